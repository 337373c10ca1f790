/**
 * The public modules of Python's standard library by minor version, as `sys.stdlib_module_names` of real interpreters gives them
 * (3.10 to 3.13; a test asks the one at hand), and as Python's documentation lists them before and after.
 */
const ALWAYS =
  `abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code
  codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes curses
  dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput
  fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http
  idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math
  mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb
  pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc
  pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve
  shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
  stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios test textwrap this threading time
  timeit tkinter token tokenize trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid
  venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`.split(
    /\s+/,
  );

/** Modules by the last minor version that had them. */
const UNTIL: Readonly<Record<number, string>> = {
  8: 'dummy_threading',
  9: 'formatter parser symbol',
  10: 'binhex',
  11: 'asynchat asyncore distutils imp smtpd',
  12: `aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau telnetlib
    uu xdrlib`,
};

/** Modules by the first minor version that has them. */
const SINCE: Readonly<Record<number, string>> = { 11: 'tomllib', 14: 'annotationlib compression' };

const rows = (table: Readonly<Record<number, string>>) =>
  Object.entries(table).flatMap(([minor, names]) => names.split(/\s+/).map((name) => [name, Number(minor)] as const));

const last = new Map(rows(UNTIL));
const first = new Map(rows(SINCE));
const always = new Set(ALWAYS);

/**
 * Whether Python 3.`minor` brings a top-level module: `removed` and `future` for those that other versions bring, each with the
 * nearest minor version that does. A name with an underscore in front is Python's own affair and counts as brought.
 */
export function inStandardLibrary(
  name: string,
  minor: number,
): { is: 'brought' | 'unknown' } | { is: 'removed' | 'future'; minor: number } {
  if (name.startsWith('_') || always.has(name)) return { is: 'brought' };
  const until = last.get(name);
  if (until !== undefined) return minor <= until ? { is: 'brought' } : { is: 'removed', minor: until };
  const since = first.get(name);
  if (since !== undefined) return minor >= since ? { is: 'brought' } : { is: 'future', minor: since };
  return { is: 'unknown' };
}
