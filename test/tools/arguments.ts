/**
 * What a tool was given that takes a few words and no option. For --help its usage is printed and it ends with 0; for what it
 * does not take, with 2.
 */
export function argumentsOf(usage: string, most: number): string[] {
  const given = process.argv.slice(2);
  if (given.includes('--help') || given.includes('-h')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  const unknown = given.find((argument) => argument.startsWith('-')) ?? given[most];
  if (unknown !== undefined) {
    process.stderr.write(`"${unknown}" is nothing that can be given here.\n\n${usage}\n`);
    process.exit(2);
  }
  return given;
}
