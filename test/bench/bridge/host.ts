/** The host in a worker of its own: a program beside the page. It is told over one port what to serve over another. */
import { portChannel, serveBridge } from 'overblik/adapter/bridge';
import { servedClinic } from './clinic.ts';

addEventListener('message', ({ data, ports: [port] }: MessageEvent<{ readonly size: number }>) => {
  if (!port) return;
  serveBridge(
    servedClinic(data.size, (told) => postMessage(told)),
    portChannel(port),
  );
  postMessage({ ready: true });
});
