import '@remix-run/server-runtime';
import '@remix-run/node';

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    cspNonce: string;
    /** Address of the reader, for limits only. */
    address: string;
    services: import('./web/services.ts').Services;
  }
}
