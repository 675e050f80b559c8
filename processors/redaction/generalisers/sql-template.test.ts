import { describe, expect, it } from 'vitest'
import { sqlTemplate } from './sql-template.ts'

describe('sqlTemplate', () => {
  it.each([
    ["SELECT * FROM users WHERE email = 'bob@example.com'", 'SELECT * FROM users WHERE email = ?'],
    ["select a from b where c = 'it''s' and d=1.5e3", 'select a from b where c = ? and d=?'],
    ['SELECT a FROM b WHERE c = "bob"', 'SELECT a FROM b WHERE c = ?'],
    ['SELECT a FROM b WHERE c = $1 AND d = :name AND e = ?', 'SELECT a FROM b WHERE c = $1 AND d = :name AND e = ?'],
    ['SELECT `a` FROM `b` WHERE c = 0x1F', 'SELECT `a` FROM `b` WHERE c = ?'],
    ["SELECT a FROM b WHERE c = E'x' AND d = X'ff' AND e = U&'x'", 'SELECT a FROM b WHERE c = ? AND d = ? AND e = ?'],
    ['SELECT a FROM b WHERE c = $tag$bob$tag$ AND d = $$x$$', 'SELECT a FROM b WHERE c = ? AND d = ?'],
    ["SELECT a FROM b WHERE id IN (1, 2, 'x')", 'SELECT a FROM b WHERE id IN (?)'],
    ["INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')", 'INSERT INTO t (a, b) VALUES (?)'],
    ['SELECT a -- for bob\nFROM b /* and ada */ WHERE c = 1 # x', 'SELECT a FROM b WHERE c = ?'],
    ["SELECT data->>'x' FROM b WHERE data #> '{a}' IS NOT NULL", 'SELECT data->>? FROM b WHERE data #> ? IS NOT NULL'],
    ['SELECT a::text FROM b', 'SELECT a::text FROM b'],
    ["UPDATE t SET name = 'Ada' WHERE id = 7", 'UPDATE t SET name = ? WHERE id = ?'],
    ['BEGIN', 'BEGIN'],
    ['SELECT 1', 'SELECT ?'],
    ['SELECT näme FROM b WHERE café = 1', 'SELECT ? FROM b WHERE ? = ?'],
  ])('has a question mark for every literal: %s', (statement, template) => {
    expect(sqlTemplate(statement)).toBe(template)
    expect(sqlTemplate(template)).toBe(template)
  })

  it.each([
    ['what is no SQL', 'bob@example.com asked'],
    ['a sentence that begins with a verb', 'Update your password, Bob'],
    ['a long sentence after a verb that needs nothing else', 'Set the table for Bob and Ada and their friends'],
    ['a quote that is not closed', "SELECT a FROM b WHERE c = 'bob"],
    ['a comment that is not closed', 'SELECT a FROM b /* bob'],
    ['a nested comment', 'SELECT a FROM b /* x /* y */ bob */'],
    ['a dollar quote that is not closed', 'SELECT a FROM b WHERE c = $x$ bob'],
    [
      'a backslash before a quote, which ends the string in one dialect only',
      "SELECT a FROM b WHERE c = 'x\\' OR d = 'bob'",
    ],
    ['Oracle quoting', "SELECT a FROM b WHERE c = q'[it's bob]'"],
    ['nothing', ''],
  ])('gives nothing for %s', (_, statement) => {
    expect(sqlTemplate(statement)).toBeUndefined()
  })
})
