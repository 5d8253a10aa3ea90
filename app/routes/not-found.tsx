const refuse = () => {
  throw new Response(null, { status: 404 });
};
export const loader = () => refuse();
export const action = () => refuse();

/** Makes this a page, so that the error page of the house is shown. */
export default function NotFound() {
  return null;
}
