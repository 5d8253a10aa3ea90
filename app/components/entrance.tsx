/** The staff entrance: a coat rack with one hook still free, and an open door. */
export const Entrance = ({ label, welcome }: { label: string; welcome: string }) => (
  <svg className="hero__image" viewBox="0 0 600 440" preserveAspectRatio="xMidYMax slice" role="img" aria-label={label}>
    {' '}
    <path className="fill-muur" d="M0 0h600v352H0z" /> <path className="fill-muur-2" d="M0 352h600v88H0z" />{' '}
    <path className="fill-muur-2" d="M0 262h398v90H0z" opacity=".45" />{' '}
    <path className="fill-licht" d="M404 376h92L430 440H176z" opacity=".6" />{' '}
    <path className="fill-kozijn" d="M386 40h180v316H386z" /> <path className="fill-licht" d="M400 54h152v302H400z" />{' '}
    <path className="fill-licht-2" d="M400 300h152v56H400z" /> <path className="fill-licht-2" d="M430 96h58v84h-58z" />{' '}
    <path className="stroke-licht" d="M459 96v84M430 136h58" strokeWidth="5" />{' '}
    <path className="fill-deur" d="M552 54l-50 26v252l50 24z" />{' '}
    <path className="fill-deur-2" d="M543 82l-32 16v86l32 -6zM543 204l-32 3v98l32 14z" />{' '}
    <circle className="fill-licht" cx="509.500" cy="198" r="5" />{' '}
    <path className="fill-dorpel" d="M374 352h204v14H374z" />{' '}
    <path className="fill-kozijn" d="M412 352h82l14 30H390z" /> <path className="fill-hout" d="M412 352h82l2 5H410z" />{' '}
    <path className="fill-hout" d="M28 78h318v20H28z" />{' '}
    <g className="stroke-dorpel" fill="none" strokeWidth="6" strokeLinecap="round">
      {' '}
      <path d="M66 92v14M141 92v14M216 92v14M302 92v16q0 9 9 9t9 -8" />{' '}
    </g>{' '}
    <g transform="translate(66 108)">
      {' '}
      <path className="stroke-kozijn" d="M-7 -4q7 -14 14 0" fill="none" strokeWidth="3" />{' '}
      <path className="fill-doek" d="M-13 0L-32 9-48 52l17 8 6 -13v90q25 6 50 0V47l6 13 17 -8L32 9 13 0 0 22z" />{' '}
      <path
        className="fill-deur-2"
        d="M-13 0L0 22 13 0l5 3L0 34-18 3zM-48 52l17 8 2 -5-17 -8zM48 52l-17 8-2 -5 17 -8z"
      />{' '}
      <path className="stroke-kozijn" d="M7 60h14v17H7z" fill="none" strokeWidth="2" />{' '}
      <path className="stroke-kozijn" d="M-19 100h15v20h-15z" fill="none" strokeWidth="2" />{' '}
    </g>{' '}
    <g transform="translate(141 108)">
      {' '}
      <path className="stroke-pruim" d="M-13 30Q-14 -8 0 -8t13 38" fill="none" strokeWidth="4" />{' '}
      <path className="fill-pruim" d="M-16 28h32l4 34q6 4 15 5l-2 92q-33 7 -66 0l-2 -92q9 -1 15 -5z" />{' '}
      <path className="stroke-muur" d="M-17 96h34v26q-17 6 -34 0z" fill="none" strokeWidth="2.500" opacity=".8" />{' '}
    </g>{' '}
    <g transform="translate(216 108)">
      {' '}
      <path className="stroke-kozijn" d="M-7 -4q7 -14 14 0" fill="none" strokeWidth="3" />{' '}
      <path className="fill-licht" d="M-13 0L-34 10q3 26 -1 42l-1 78q36 8 72 0l-1 -78q-4 -16 -1 -42L13 0 0 44z" />{' '}
      <path
        className="fill-doek"
        d="M-35.500 66q35.500 7 71 0v14q-35.500 7 -71 0zM-35.800 98q35.800 7 71.600 0v14q-35.800 7 -71.600 0z"
      />{' '}
      <path className="stroke-doek" d="M-25 6l5 124M25 6l-5 124" strokeWidth="8" fill="none" />{' '}
      <path className="stroke-lijn" d="M0 44v92" strokeOpacity=".35" strokeWidth="2" />{' '}
    </g>{' '}
    <g transform="rotate(-5 311 128)">
      {' '}
      <path className="stroke-kozijn" d="M311 117v12" strokeWidth="2" />{' '}
      <path className="fill-doek" d="M272 136l12 -8h66a4 4 0 0 1 4 4v26a4 4 0 0 1 -4 4h-66l-12 -8z" />{' '}
      <circle className="fill-kozijn" cx="281" cy="145" r="2.800" />{' '}
      <text
        x="319"
        y="150.500"
        textAnchor="middle"
        fontFamily="Bitter,serif"
        fontWeight="640"
        fontSize="16"
        fill="#17211F"
      >
        {welcome}
      </text>{' '}
    </g>{' '}
    <path className="fill-hout" d="M44 306h288v13H44z" />{' '}
    <path className="fill-kozijn" d="M64 319h12v46H64zM300 319h12v46h-12z" />{' '}
    <path className="fill-doek" d="M262 282h24v24h-20a4 4 0 0 1-4-4z" />{' '}
    <path className="stroke-doek" d="M286 287q11 0 11 7t-11 7" fill="none" strokeWidth="4" />{' '}
    <path className="fill-deur-2" d="M92 276h54a5 5 0 0 1 5 5v25H87v-25a5 5 0 0 1 5-5z" />{' '}
    <path className="stroke-muur" d="M87 287h64" strokeWidth="2.500" />{' '}
    <path className="stroke-deur-2" d="M111 276v-6h16v6" fill="none" strokeWidth="4" />{' '}
    <path className="fill-dorpel" d="M124 364h44q6 0 6 -7 0 -9 -14 -11l-16 -10v-9h-20z" />{' '}
    <path className="fill-lijn" d="M124 360h50v5h-50z" />{' '}
    <path className="fill-dorpel" d="M186 364h44q6 0 6 -7 0 -9 -14 -11l-16 -10v-9h-20z" />{' '}
    <path className="fill-lijn" d="M186 360h50v5h-50z" />{' '}
  </svg>
);
