#include "CNcursesw.h"

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// term.h makes a macro of this common name.
#undef columns

// Codes for sequences that terminfo has no key for; ncurses leaves this range free.
enum { CODE_PASTE_BEGIN = 0x2000, CODE_PASTE_END, CODE_WORD_LEFT, CODE_WORD_RIGHT };

static SCREEN *screen;

// Terminals that do not speak ANSI would show the sequence for bracketed paste as text.
static bool has_paste;

// MARK: - Opening

static void use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static char restore_bytes[512];
static size_t restore_length;

static int keep_byte(int byte) {
  if (restore_length < sizeof restore_bytes) restore_bytes[restore_length++] = (char)byte;
  return byte;
}

static void keep_text(const char *text) {
  while (*text) keep_byte(*text++);
}

static void keep_capability(const char *name) {
  char *capability = tigetstr(name);
  if (capability != NULL && capability != (char *)-1) tputs(capability, 1, keep_byte);
}

// Bracketed paste and mouse reporting off, then plain colours, a visible cursor, the normal keypad and screen.
static void prepare_restore(void) {
  restore_length = 0;
  if (has_paste) keep_text("\033[?2004l\033[?1006l\033[?1000l");
  keep_capability("sgr0");
  keep_capability("op");
  keep_capability("cnorm");
  keep_capability("rmkx");
  keep_capability("rmcup");
  cn_restore_prepare(restore_bytes, restore_length);
}

static void write_text(const char *text) {
  fflush(stdout);
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t written = write(STDOUT_FILENO, text, left);
    if (written <= 0) return;
    text += written;
    left -= (size_t)written;
  }
}

static void define_keys(void) {
  define_key("\033[200~", CODE_PASTE_BEGIN);
  define_key("\033[201~", CODE_PASTE_END);
  define_key("\033[1;5D", CODE_WORD_LEFT);
  define_key("\033[1;3D", CODE_WORD_LEFT);
  define_key("\033[1;5C", CODE_WORD_RIGHT);
  define_key("\033[1;3C", CODE_WORD_RIGHT);
}

// Flow control and literal-next would swallow Ctrl-S, Ctrl-Q and Ctrl-V. Ctrl-Z is a key like others: the terminal
// would stop all of the job at once, and with it a child that is just being started.
static void free_control_keys(void) {
  struct termios modes;
  if (tcgetattr(STDIN_FILENO, &modes) != 0) return;
  modes.c_iflag &= (tcflag_t) ~(IXON | IXOFF);
  modes.c_lflag &= (tcflag_t)~IEXTEN;
  modes.c_cc[VSUSP] = _POSIX_VDISABLE;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
  def_prog_mode();
}

cn_open_result cn_open(const char *term, bool mouse) {
  use_utf8();
  int error = 0;
  if (setupterm(term, STDOUT_FILENO, &error) != OK) return CN_UNKNOWN_TERMINAL;
  char *address = tigetstr("cup");
  if (address == NULL || address == (char *)-1) return CN_NO_CURSOR_ADDRESSING;
  has_paste = strncmp(address, "\033[", 2) == 0;
  prepare_restore();
  set_escdelay(25);
  screen = newterm(term, stdout, stdin);
  if (screen == NULL) return CN_OPEN_FAILED;
  cn_restore_arm(true);
  cbreak();
  noecho();
  nonl();
  meta(stdscr, TRUE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  define_keys();
  mouseinterval(0);
  cn_use_mouse(mouse);
  free_control_keys();
  if (has_paste) write_text("\033[?2004h");
  return CN_OPENED;
}

// MARK: - Leaving and coming back

void cn_leave(void) {
  if (has_paste) write_text("\033[?2004l");
  endwin();
  cn_restore_arm(false);
}

void cn_enter(void) {
  cn_restore_arm(true);
  reset_prog_mode();
  clearok(curscr, TRUE);
  refresh();
  if (has_paste) write_text("\033[?2004h");
}

void cn_close(void) {
  cn_leave();
  SCREEN *closing = screen;
  screen = NULL;
  if (closing != NULL) delscreen(closing);
}

// MARK: - Input

static int translate(int code) {
  switch (code) {
  case KEY_UP: return CN_KEY_UP;
  case KEY_DOWN: return CN_KEY_DOWN;
  case KEY_LEFT: return CN_KEY_LEFT;
  case KEY_RIGHT: return CN_KEY_RIGHT;
  case KEY_HOME: return CN_KEY_HOME;
  case KEY_END: return CN_KEY_END;
  case KEY_PPAGE: return CN_KEY_PAGE_UP;
  case KEY_NPAGE: return CN_KEY_PAGE_DOWN;
  case KEY_BACKSPACE: return CN_KEY_BACKSPACE;
  case KEY_DC: return CN_KEY_DELETE;
  case KEY_ENTER: return CN_KEY_ENTER;
  case KEY_BTAB: return CN_KEY_BACK_TAB;
  case KEY_MOUSE: return CN_KEY_MOUSE;
  case CODE_PASTE_BEGIN: return CN_KEY_PASTE_BEGIN;
  case CODE_PASTE_END: return CN_KEY_PASTE_END;
  case CODE_WORD_LEFT: return CN_KEY_WORD_LEFT;
  case CODE_WORD_RIGHT: return CN_KEY_WORD_RIGHT;
  default:
    if (code > KEY_F(0) && code <= KEY_F(63)) return CN_KEY_FUNCTION + (code - KEY_F(0));
    return CN_KEY_OTHER;
  }
}

int cn_read(void) {
  // Bytes rather than wide characters: get_wch() loses the first half of a character that arrives in two reads.
  int code = wgetch(stdscr);
  if (code == ERR) return CN_KEY_NONE;
  return code <= 0xff ? code : translate(code);
}

bool cn_hung_up(void) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&input, 1, 0) <= 0) return false;
  if (input.revents & (POLLHUP | POLLERR | POLLNVAL)) return true;
  int waiting = 0;
  return ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting == 0;
}

void cn_use_mouse(bool wanted) {
  mousemask(wanted ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

cn_mouse_kind cn_mouse(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return CN_MOUSE_NONE;
  *row = event.y;
  *column = event.x;
  if (event.bstate & BUTTON4_PRESSED) return CN_MOUSE_WHEEL_UP;
  if (event.bstate & BUTTON5_PRESSED) return CN_MOUSE_WHEEL_DOWN;
  if (event.bstate & BUTTON1_PRESSED) return CN_MOUSE_CLICK;
  return CN_MOUSE_NONE;
}

// MARK: - Size

void cn_terminal_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    *rows = size.ws_row;
    *columns = size.ws_col;
  } else {
    *rows = LINES;
    *columns = COLS;
  }
}

void cn_resize(int rows, int columns) { resizeterm(rows, columns); }

// MARK: - Output

int cn_colors(void) { return has_colors() ? COLORS : 0; }

void cn_pair(int pair, int foreground, int background) { init_extended_pair(pair, foreground, background); }

void cn_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int index = 0; index < count && index < CCHARW_MAX; index++) text[index] = (wchar_t)scalars[index];
  attr_t bits = A_NORMAL;
  if (attributes & CN_ATTRIBUTE_BOLD) bits |= A_BOLD;
  if (attributes & CN_ATTRIBUTE_UNDERLINE) bits |= A_UNDERLINE;
  if (attributes & CN_ATTRIBUTE_REVERSE) bits |= A_REVERSE;
  if (attributes & CN_ATTRIBUTE_DIM) bits |= A_DIM;
  cchar_t cell;
  // The last cell of the screen answers ERR although it is drawn, because the cursor has nowhere to go.
  if (setcchar(&cell, text, bits, (short)pair, NULL) == OK) mvadd_wch(row, column, &cell);
}

void cn_erase(void) { erase(); }

void cn_cursor(int row, int column) {
  if (row < 0) {
    curs_set(0);
  } else {
    curs_set(1);
    move(row, column);
  }
}

void cn_flush(void) { refresh(); }

void cn_repaint(void) { clearok(curscr, TRUE); }
