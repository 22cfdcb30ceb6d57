/** Serves the demo journal on localhost and prints its address. */
import { createServer } from 'vite';

const desktop =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const server = await createServer({
  configFile: 'vite.config.ts',
  server: { open: desktop && !process.env.CI },
});
await server.listen();
const address = server.resolvedUrls?.local[0];
console.log(`\n  Overblik demo journal: ${address}\n  Stop with Ctrl+C.\n`);
