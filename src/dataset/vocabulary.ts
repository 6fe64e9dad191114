import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EnumTypeDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, type TypeNode } from 'graphql';
import { packageRoot } from '../config';

/** What a column holds that only the SDL names: a scalar's kind or an enum's name, one of it or a list. */
export interface PlainField {
  of: 'text' | 'url' | 'number' | 'boolean' | { enum: string };
  list: boolean;
}

/** The words and plain fields of the SDL, read from its text: a new enum value or field is then known to the checks. */
export interface Vocabulary {
  /** The words of an enum in the SDL's order. Throws where the SDL has no such enum: a slip in the code, not in data. */
  enumValues(name: string): readonly string[];
  /** The fields of a type that hold a text, number, boolean, enum or a list of these, and take no argument but `lang`. */
  plainFields(type: string): ReadonlyMap<string, PlainField>;
}

/** The vocabulary of the `*.graphql` files in a folder. A folder is read once. */
export function readVocabulary(folder = join(packageRoot, 'schema')): Vocabulary {
  let vocabulary = read.get(folder);
  if (vocabulary === undefined) {
    const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
    vocabulary = vocabularyOf(files.sort().map((file) => readFileSync(join(folder, file), 'utf8')));
    read.set(folder, vocabulary);
  }
  return vocabulary;
}

const read = new Map<string, Vocabulary>();

export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const enums = new Map<string, string[]>();
  const types = new Map<string, ObjectTypeDefinitionNode>();
  const scalars = new Map<string, PlainField['of']>(Object.entries(standardScalars));
  for (const text of texts) {
    for (const definition of parse(text, { noLocation: true }).definitions) {
      if (definition.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(definition.name.value, words(definition));
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) types.set(definition.name.value, definition);
      if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
        scalars.set(definition.name.value, definition.name.value === 'URL' ? 'url' : 'text');
      }
    }
  }

  const plain = (type: TypeNode): PlainField | undefined => {
    if (type.kind === Kind.NON_NULL_TYPE) return plain(type.type);
    if (type.kind === Kind.LIST_TYPE) {
      const one = plain(type.type);
      return one && !one.list ? { ...one, list: true } : undefined;
    }
    const name = type.name.value;
    if (enums.has(name)) return { of: { enum: name }, list: false };
    const of = scalars.get(name);
    return of === undefined ? undefined : { of, list: false };
  };

  return {
    enumValues(name) {
      const values = enums.get(name);
      if (values === undefined) throw new Error(`The SDL was expected to have an enum "${name}", but has none.`);
      return values;
    },
    plainFields(type) {
      const fields = new Map<string, PlainField>();
      for (const field of types.get(type)?.fields ?? []) {
        const found = plain(field.type);
        const asks = field.arguments?.some(({ name }) => name.value !== 'lang');
        if (found && !asks) fields.set(field.name.value, found);
      }
      return fields;
    },
  };
}

const standardScalars = { ID: 'text', String: 'text', Int: 'number', Float: 'number', Boolean: 'boolean' } as const;

const words = (definition: EnumTypeDefinitionNode): string[] => definition.values?.map(({ name }) => name.value) ?? [];
