import { describe, expect, it } from 'vitest';
import { parseDotenv } from '../../../src/inputs/dotenv.ts';

const read = (text: string, environment: Record<string, string> = {}) => parseDotenv(text, environment);
const values = (text: string, environment: Record<string, string> = {}): Record<string, string> => {
  const { vars, problems } = read(text, environment);
  expect(problems).toEqual([]);
  return Object.fromEntries(vars.map(({ name, value }) => [name, value]));
};
const problems = (text: string, environment: Record<string, string> = {}) => read(text, environment).problems;

describe('values', () => {
  it.each([
    ['A=b', 'b'],
    ['A=', ''],
    ['A =  b c  ', 'b c'],
    ['A=b=c==', 'b=c=='],
    ['A=b#c', 'b#c'],
    ['A=b #c', 'b'],
    ['A=b\t# c # d', 'b'],
    ['A=#c', ''],
    ['A= # c', ''],
    ['export A=b', 'b'],
    ['export\tA=b', 'b'],
    ["A='b # c'", 'b # c'],
    ["A='b\\n'", 'b\\n'],
    ['A="b # c" # d', 'b # c'],
    ['A="b\\nc\\td\\re"', 'b\nc\td\re'],
    ['A="say \\"hi\\" \\\\o/"', 'say "hi" \\o/'],
    ['A="\\d\\u0041"', '\\d\\u0041'],
    ['A=`b "c" \'d\'`', 'b "c" \'d\''],
    ['A="it\'s"', "it's"],
    ['A=""', ''],
    ['A="" # empty', ''],
    ["A='  b  '", '  b  '],
    ['A={"k": "v"}', '{"k": "v"}'],
    ['A=b"c"', 'b"c"'],
  ])('%j gives %j', (line, value) => expect(values(line)).toEqual({ A: value }));

  it('may span lines within quotes', () => {
    expect(values('A="one\ntwo"\nB=\'three\n# four\n\nfive\'\nC=`six\nseven`\nD=eight')).toEqual({
      A: 'one\ntwo',
      B: 'three\n# four\n\nfive',
      C: 'six\nseven',
      D: 'eight',
    });
  });

  it('keep their blanks within quotes, at the end of a line too', () => {
    expect(values('A="one  \n  two "')).toEqual({ A: 'one  \n  two ' });
  });

  it('lose only the carriage returns of the input itself', () => {
    expect(values('A="one\r\ntwo"\r\nB=three\r\n')).toEqual({ A: 'one\ntwo', B: 'three' });
  });

  it('come from the environment where a line is a name', () => {
    expect(values('A\n  export B \n', { A: 'from a', B: '', C: 'unused' })).toEqual({ A: 'from a', B: '' });
  });

  it('stay in their order, and blank lines and comments count for nothing', () => {
    const { vars } = read('\n# one\nZ=1\n\n   # two\nA=2\n');
    expect(vars).toEqual([
      { name: 'Z', value: '1' },
      { name: 'A', value: '2' },
    ]);
  });

  it('may belong to names that objects have by themselves', () => {
    expect(read('__proto__=1\nconstructor=2').vars).toEqual([
      { name: '__proto__', value: '1' },
      { name: 'constructor', value: '2' },
    ]);
  });
});

describe('problems', () => {
  it('are all told, each with its line', () => {
    const text = '1A=b\nGOOD=1\nb-c=d\nGOOD=2\nMISSING\nG="x" y\n=z';
    const found = problems(text);
    expect(found.map(({ line }) => line)).toEqual([1, 3, 4, 5, 6, 7]);
    expect(found[2]?.message).toBe('sets GOOD a second time');
    expect(found[3]?.message).toContain('names MISSING');
    expect(found[4]?.message).toBe('has text after the closing quote of G');
    expect(read(text).vars).toEqual([{ name: 'GOOD', value: '1' }]);
  });

  it('name the line that opens a quote, not the last one', () => {
    expect(problems('A=1\n\nB="x\ny\nz')).toEqual([{ line: 3, message: 'opens a quote for B that is never closed' }]);
  });

  it('count the lines within quotes', () => {
    expect(problems('A="1\n2\n3"\nMISSING')).toMatchObject([{ line: 4 }]);
  });

  it.each([
    ['a second value in quotes', 'A=1\nA="first\nhunter2\n"'],
    ['a value of a bad name', '1A="first\nhunter2\n"'],
    ['a value that is never closed', 'A="first\nhunter2\n'],
    ['a value with more behind it', 'A="hunter2"hunter2'],
    ['a line that is no variable', 'hunter2!'],
  ])('never hold %s', (_, text) => {
    const found = problems(text);
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it('do not take the rest of a bad value for variables', () => {
    expect(read('A=1\nA="x\nB=2\n"\nC=3').vars.map(({ name }) => name)).toEqual(['A', 'C']);
    expect(read('1A="x\nB=2\n"\nC=3').vars.map(({ name }) => name)).toEqual(['C']);
  });
});
