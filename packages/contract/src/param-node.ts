import type { DocumentedParam } from './data.ts';
import { parseTypeExpression, type TypeExpression } from './type-expression.ts';

export type LeafKind = 'string' | 'boolean' | 'integer' | 'number' | 'date-time' | 'date' | 'json' | 'file';

export interface LeafNode {
  readonly kind: LeafKind;
  /** The values the documentation names; Canvas ignores others more often than it refuses them. */
  readonly values?: readonly string[];
}

export interface ArrayNode {
  readonly kind: 'array';
  readonly items: ParamNode;
}

export interface ObjectNode {
  readonly kind: 'object';
  readonly fields: Readonly<Record<string, ParamNode>>;
  /** Where keys beyond the known ones matter too, e.g. `account[settings][<setting>]`: what they hold. */
  readonly rest?: ParamNode;
}

/** An object whose keys the caller chooses, e.g. `grade_data[<student_id>]`. */
export interface MapNode {
  readonly kind: 'map';
  readonly values: ParamNode;
}

/** The shape of one parameter once bracket names are unfolded. */
export type ParamNode = LeafNode | ArrayNode | ObjectNode | MapNode;

/** Every type name the documentation uses for a parameter. A name that is missing here is a fault. */
const kindOfType: Readonly<Record<string, LeafKind>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'integer',
  Integer: 'integer',
  number: 'number',
  Numeric: 'number',
  Date: 'date-time',
  DateTime: 'date-time',
  File: 'file',
  // What is left of the media types "text/csv" and "application/zip" of uploaded attachments.
  text: 'file',
  application: 'file',
  JSON: 'json',
  JSONObject: 'json',
  JSONValue: 'json',
  Hash: 'json',
  SerializedHash: 'json',
  // Whole objects in one parameter: their keys are not documented with the operation.
  Answer: 'json',
  Assignment: 'json',
  AssignmentOverride: 'json',
  BlueprintRestriction: 'json',
  LtiConfigurationOverlay: 'json',
  QuizSubmissionQuestion: 'json',
  QuizUserConversation: 'json',
  RubricAssessment: 'json',
  multipleBlueprintRestrictions: 'json',
};

/** Formats that make a kind more precise; every other format (`url`, `mime-type`, …) changes nothing. */
const kindOfFormat: Readonly<Record<string, LeafKind>> = {
  'string date-time': 'date-time',
  'string date': 'date',
  'number integer': 'integer',
  'number int64': 'integer',
  'integer float': 'number',
};

const leaves = new Map<string, ParamNode>();

/**
 * The node of a documented parameter, its brackets left aside. Nodes are shared and must not be changed.
 * @throws Error when the type's name is unknown
 */
export function leafNode(param: DocumentedParam): ParamNode {
  if (param.values) return withValues(leafNode({ ...param, values: undefined }), param.values);
  const key = `${param.type} ${param.format ?? ''}`;
  let node = leaves.get(key);
  if (!node) {
    node = nodeOfType(parseTypeExpression(param.type), param.format);
    leaves.set(key, node);
  }
  return node;
}

function nodeOfType(type: TypeExpression, format: string | undefined): ParamNode {
  switch (type.kind) {
    case 'array':
      return { kind: 'array', items: nodeOfType(type.items, format) };
    case 'name':
      return { kind: kindOfName(type.name, format) };
    case 'literal':
      return { kind: 'string', values: [type.value] };
    case 'union':
      return { kind: 'string', values: type.members.map(literalValue) };
    case 'object':
      return { kind: 'json' };
  }
}

function kindOfName(name: string, format: string | undefined): LeafKind {
  const kind = kindOfType[name];
  if (!kind) throw new Error(`No parameter kind for the documented type ${name}`);
  return kindOfFormat[`${kind} ${format}`] ?? kind;
}

function literalValue(type: TypeExpression): string {
  if (type.kind !== 'literal') throw new Error('A parameter type may only choose between literals');
  return type.value;
}

function withValues(node: ParamNode, values: readonly string[]): ParamNode {
  if (node.kind === 'array') return { kind: 'array', items: withValues(node.items, values) };
  return node.kind === 'object' || node.kind === 'map' ? node : { kind: node.kind, values };
}
