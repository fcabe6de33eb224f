/** A port as on the chart, by the country of law: a square in North Korea, a disc with an eye in Russia, else a dot. */
export function PortGlyph({ country }: { readonly country: string }) {
  return (
    <svg className="port-glyph" width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
      {country === 'KP' ? (
        <rect x={3} y={3} width={8} height={8} fill="currentColor" />
      ) : country === 'RU' ? (
        <>
          <circle cx={7} cy={7} r={3.6} fill="none" stroke="currentColor" strokeWidth={1.2} />
          <circle cx={7} cy={7} r={1.6} fill="currentColor" />
        </>
      ) : (
        <circle cx={7} cy={7} r={2} fill="currentColor" />
      )}
    </svg>
  );
}
