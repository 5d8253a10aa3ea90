import { readFileSync } from 'node:fs';
import { everyNode, readSource } from './source.ts';

const path = 'app/components/icon.tsx';

/** The names of the icons that are drawn. */
export function drawnIcons(): string[] {
  const shapes = everyNode(readSource(path, readFileSync(path, 'utf8'))).find(
    (node) => node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.name === 'shapes',
  );
  const drawing = everyNode(shapes as NonNullable<typeof shapes>).find(({ type }) => type === 'ObjectExpression');
  if (drawing?.type !== 'ObjectExpression') throw new Error(`${path} has no shapes`);
  return drawing.properties.flatMap((one) => {
    if (one.type !== 'Property') return [];
    if (one.key.type === 'Identifier') return one.key.name;
    return one.key.type === 'Literal' ? String(one.key.value) : [];
  });
}
