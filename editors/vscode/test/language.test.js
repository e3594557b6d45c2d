// @ts-check
// `language-configuration.json`: words, new lines, indentation and folding.
'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const language = require('../language-configuration.json');

/** @param {{ pattern: string, flags?: string }} rule */
const regex = ({ pattern, flags }) => new RegExp(pattern, flags);

test('attributes are one word, with their type of the database', () => {
  const word = new RegExp(language.wordPattern.pattern, `${language.wordPattern.flags}g`);
  const words = (/** @type {string} */ text) => text.match(word);
  assert.deepEqual(words('  id Int @id @db.VarChar(255)'), ['id', 'Int', '@id', '@db.VarChar', '255']);
  assert.deepEqual(words('  @@index([first_name, größe])'), ['@@index', 'first_name', 'größe']);
  assert.deepEqual(words('  a-b String? @db. @'), ['a-b', 'String', '@db.', '@']);
  assert.deepEqual(words('onDelete: SetNull, address.street'), ['onDelete', 'SetNull', 'address', 'street']);
});

test('documentation goes on in the next line, other comments do not', () => {
  const [documentation, block] = language.onEnterRules;
  assert.equal(documentation.action.appendText, '/// ');
  assert.ok(regex(documentation.beforeText).test('  /// What it is'));
  assert.ok(!regex(documentation.beforeText).test('  // What it is'));
  assert.ok(!regex(documentation.beforeText).test('  id Int /// at the end'));
  assert.ok(regex(block.beforeText).test('  /* What it is'));
  assert.ok(!regex(block.beforeText).test('  /* closed */ '));
});

test('what opens indents, what closes does not', () => {
  const increase = regex(language.indentationRules.increaseIndentPattern);
  const decrease = regex(language.indentationRules.decreaseIndentPattern);
  const opening = [
    'model A {', 'model A{', '  @@index([', '  @@unique([a], where: {', 'enum E { // why',
    '  a Json @default("{}") @x(',
  ];
  for (const line of opening) assert.ok(increase.test(line), line);
  const others = [
    '// model A {', '  a Json @default("{")', '  a Int // {', '  @@index([a])', '}',
    '  b Json @default("\\"{")',
  ];
  for (const line of others) assert.ok(!increase.test(line), line);
  for (const line of ['}', '  ])', '  })']) assert.ok(decrease.test(line), line);
  assert.ok(!decrease.test('  a Int'));
});

test('regions fold', () => {
  const { start, end } = language.folding.markers;
  for (const line of ['// #region', '//#region Users', '  // region x']) {
    assert.ok(new RegExp(start).test(line), line);
  }
  for (const line of ['// #endregion', '//endregion']) assert.ok(new RegExp(end).test(line), line);
  assert.ok(!new RegExp(start).test('// regional settings'));
});

test('quotes and brackets close themselves outside of strings and comments only', () => {
  for (const { open, notIn } of language.autoClosingPairs) assert.deepEqual(notIn, ['string', 'comment'], open);
});
