/** A QR code; the link stands in letters beside it. A quiet zone of four modules, as readers need it. */
export const QrPicture = ({ qr: { size, path }, label }: { qr: { size: number; path: string }; label: string }) => (
  <svg
    className="qr"
    viewBox={`-4 -4 ${size + 8} ${size + 8}`}
    role="img"
    aria-label={label}
    shapeRendering="crispEdges"
  >
    <path d={path} />
  </svg>
);
