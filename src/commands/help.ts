import { quote, suggestion, wrongUse } from "./arguments.ts";
import type { Command } from "./command.ts";

const FIRST = `Afterlive turns finished live blogs into web pages that last: text dumps and markdown in, plain HTML out.

Three commands to start
  npx afterlive check      finds what is wrong, and says where and what to do
  npx afterlive build      makes the site
  npx afterlive serve      shows it to you at http://127.0.0.1:4321/

Where things are
  seeds/                   the raw dumps, one text file a page; nobody edits these
  content/<live blog>/     yours, in markdown: index.md says what the live blog is and which dumps it is made
                           from; every other .md file is a post, or mends an entry of a dump
  templates/               what the pages look like
  afterlive.config.json    the site's title, address and language; all of it optional
  dist/                    the site, ready for any web server: "build" writes it, you never need to edit it

All commands
`;

const LAST = `
npx afterlive help <command> explains one of them, with examples. npx afterlive --version says which one you have.
`;

/** What Afterlive is, how to start, and which commands there are. */
export function tour(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(24)} ${summary}\n`);
  return `${FIRST}${rows.join("")}${LAST}`;
}

/** `afterlive help` and `afterlive help <command>`, over all other commands. */
export function helpFor(others: readonly Command[]): Command {
  const help: Command = {
    name: "help",
    summary: "this page; with a command's name, everything about that command",
    help: "afterlive help [<command>]: explains Afterlive, or one of its commands\n",
    async run(argv, terminal) {
      const all = [...others, help];
      const [name, ...more] = argv;
      if (name === undefined || name === "--help" || name === "-h") {
        terminal.out(tour(all));
        return 0;
      }
      const command = all.find((known) => known.name === name);
      if (command === undefined || more.length > 0) {
        const names = all.map((known) => known.name);
        return wrongUse(terminal, null, `There is no command ${quote(argv.join(" "))}.${suggestion(name, names)}`);
      }
      terminal.out(command.help);
      return 0;
    },
  };
  return help;
}
