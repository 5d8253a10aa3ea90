/** The three drawings that carry meaning: wall, steps, door. Decorative: a word beside them says the same. */

type Count = 0 | 1 | 2 | 3;

const courses = [
  {
    y: 20.5,
    bricks: [
      [2, 14],
      [17.2, 13.6],
      [32, 14],
    ],
  },
  {
    y: 11.75,
    bricks: [
      [2, 7],
      [10.2, 13.2],
      [24.6, 13.2],
      [39, 7],
    ],
  },
  {
    y: 3,
    bricks: [
      [2, 14],
      [17.2, 13.6],
      [32, 14],
    ],
  },
] as const;

/** A prerequisite: 0 to 3 courses laid. */
export const Wall = ({ laid }: { laid: Count }) => (
  <svg viewBox="0 0 48 30" className="glyph" aria-hidden="true" focusable="false">
    {courses.map(({ y, bricks }, course) =>
      course < laid ? (
        bricks.map(([x, width]) => (
          <rect key={`${x}-${y}`} className="g-on" x={x} y={y} width={width} height="7.5" rx="1" />
        ))
      ) : (
        <rect key={y} className="g-off" x="2.75" y={y + 0.9} width="42.5" height="5.7" rx="1" />
      ),
    )}
  </svg>
);

const treads = ['M5 18.9h42v6.6H5z', 'M19 11.3h28v6.6H19z', 'M33 3.7h14v6.6H33z'];
const lowTreads = ['M33 18.9h14v6.6H33z'];
const middleTreads = ['M19 18.9h28v6.6H19z', 'M33 11.3h14v6.6H33z'];

/** A threshold: 3 steps down to 0; a flat floor with a tick means none. */
export const Steps = ({ high }: { high: Count }) => (
  <svg viewBox="0 0 48 30" className="glyph" aria-hidden="true" focusable="false">
    {high === 0 ? (
      <>
        <path className="g-flat" d="M1 26h46v2.5H1z" />
        <path className="g-tick" d="M17 15.5l5 5 9-10" />
      </>
    ) : (
      <>
        <path className="g-ground" d="M1 26.5h46v2H1z" />
        {[lowTreads, middleTreads, treads][high - 1]?.map((d) => (
          <path key={d} className="g-threshold" d={d} />
        ))}
      </>
    )}
  </svg>
);

const leaves = {
  1: { leaf: 'M11 6L49.2 8.7V70.4L11 72z', fall: 'M49.2 77H53L54.7 90H43.1z', knob: 46 },
  2: { leaf: 'M11 6L40.4 10.4V69.4L11 72z', fall: 'M40.4 77H53L56.4 90H31.8z', knob: 37.2 },
  3: { leaf: 'M11 6L31.2 12.2V68.3L11 72z', fall: 'M31.2 77H53L58.2 90H19.9z', knob: 28 },
  4: { leaf: 'M11 6L21.9 13.9V67.2L11 72z', fall: 'M21.9 77H53L59.9 90H8z', knob: 18.7 },
  5: { leaf: 'M11 6L14.8 15.3V66.4L11 72z', fall: 'M14.8 77H53L61.3 90H-1.1z', knob: null },
} as const;

/** A readiness level: the further open, the more is possible. */
export const Door = ({ level }: { level: 1 | 2 | 3 | 4 | 5 }) => {
  const { leaf, fall, knob } = leaves[level];
  return (
    <svg viewBox="-2 0 68 90" className="door" aria-hidden="true" focusable="false">
      <path className="door-frame" d="M5 0h54v73H5z" />
      <path className="door-light" d="M11 6h42v66H11z" />
      <path className="door-fall" d={fall} />
      <path className="door-leaf" d={leaf} />
      {knob === null ? null : <circle className="door-light" cx={knob} cy="41.6" r="1.7" />}
      <path className="door-sill" d="M1 72h62v5H1z" />
    </svg>
  );
};

export const BrandDoor = () => (
  <svg viewBox="0 0 34 40" aria-hidden="true" focusable="false">
    <path className="door-frame" d="M3 0h28v34H3z" />
    <path className="door-light" d="M7 4h20v30H7z" />
    <path className="door-leaf" d="M7 4l9 4.5v23L7 34z" />
    <circle className="door-light" cx="13.4" cy="20" r="1.3" />
    <path className="door-sill" d="M0 34h34v3.4H0z" />
    <path className="door-fall" d="M16 37.4h11l3 2.6H12z" />
  </svg>
);

/** How full the glyph of an answer is: courses of a wall, or steps of a threshold. */
export const glyphCount = {
  'not-yet': 0,
  started: 1,
  largely: 2,
  'in-place': 3,
  untouched: 3,
  partly: 2,
  tackled: 1,
  absent: 0,
} as const;
