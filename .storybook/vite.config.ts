import { defineConfig } from 'vite';

// Nobody reads what each of hundreds of files comes to when it is compressed.
export default defineConfig({ build: { reportCompressedSize: false } });
