export declare function findChromium(): { readonly path: string; readonly origin: string };
