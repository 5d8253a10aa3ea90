export const loader = () => {
  throw new Response(null, { status: 404 });
};
export const action = loader;

/** Makes this a page, so that the error page of the house is shown. */
export default function NotFound() {
  return null;
}
