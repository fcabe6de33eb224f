interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/**
 * Under the page's content security policy nothing may become a script but by a policy: ours lets workers start
 * from this origin (and from blobs this page made), and lets nothing become markup or code.
 */
export function allowOwnScripts(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin, protocol } = new URL(url, document.baseURI);
      if (origin === location.origin && (protocol === 'blob:' || protocol === location.protocol)) return url;
      throw new TypeError(`a script from ${origin} is not run`);
    },
  });
}
