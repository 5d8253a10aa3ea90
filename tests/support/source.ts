import { type Node, type Program, parseSync } from 'oxc-parser';

/** A source file as a tree (ESTree with types); fails on what is not well formed. */
export function readSource(path: string, source: string): Program {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`);
  return program;
}

/** What a node is made of. */
export const partsOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** A node and everything in it. */
export function everyNode(node: Node, found: Node[] = []): Node[] {
  found.push(node);
  for (const part of partsOf(node)) everyNode(part, found);
  return found;
}
