// The part of ncursesw that the Terminal module uses, in types that Swift imports without trouble.
// Macros, variadic functions and stdscr stay behind these functions; nothing else writes to the terminal.

#ifndef CNCURSESW_H
#define CNCURSESW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: - Width (width.c)

/// Columns that a Unicode scalar takes: 0, 1 or 2, or -1 when it cannot be shown.
/// The answer does not depend on the locale of the process.
int cn_width(uint32_t scalar);

// MARK: - Screen (screen.c)

typedef enum cn_open_result {
  CN_OPENED,
  CN_UNKNOWN_TERMINAL,
  CN_NO_CURSOR_ADDRESSING,
  CN_OPEN_FAILED,
} cn_open_result;

/// Values of cn_read() beyond the bytes 0...255.
typedef enum cn_key {
  CN_KEY_NONE = -1,
  CN_KEY_UP = 0x10000,
  CN_KEY_DOWN,
  CN_KEY_LEFT,
  CN_KEY_RIGHT,
  CN_KEY_HOME,
  CN_KEY_END,
  CN_KEY_PAGE_UP,
  CN_KEY_PAGE_DOWN,
  CN_KEY_BACKSPACE,
  CN_KEY_DELETE,
  CN_KEY_ENTER,
  CN_KEY_BACK_TAB,
  CN_KEY_WORD_LEFT,
  CN_KEY_WORD_RIGHT,
  CN_KEY_MOUSE,
  CN_KEY_PASTE_BEGIN,
  CN_KEY_PASTE_END,
  CN_KEY_OTHER,
  /// Function key n is CN_KEY_FUNCTION + n.
  CN_KEY_FUNCTION = 0x20000,
} cn_key;

enum {
  CN_ATTRIBUTE_BOLD = 1,
  CN_ATTRIBUTE_UNDERLINE = 2,
  CN_ATTRIBUTE_REVERSE = 4,
  CN_ATTRIBUTE_DIM = 8,
};

typedef enum cn_mouse_kind {
  CN_MOUSE_NONE,
  CN_MOUSE_CLICK,
  CN_MOUSE_WHEEL_UP,
  CN_MOUSE_WHEEL_DOWN,
} cn_mouse_kind;

/// Opens the screen on standard input and output. `term` is a terminfo name.
cn_open_result cn_open(const char *term, bool mouse);

/// Leaves the screen: the terminal is as it was before cn_open().
void cn_leave(void);

/// Comes back to the screen after cn_leave(); the next cn_flush() paints everything.
void cn_enter(void);

/// Leaves the screen for good and frees what cn_open() took.
void cn_close(void);

/// The next byte or key, or CN_KEY_NONE. It never waits longer than the escape delay of 25 ms.
int cn_read(void);

/// True when the terminal at the other end has gone away.
bool cn_hung_up(void);

/// Has the terminal report the wheel and clicks, or not.
void cn_use_mouse(bool wanted);

/// The mouse event announced by CN_KEY_MOUSE.
cn_mouse_kind cn_mouse(int *row, int *column);

/// The terminal's size by the kernel, or as terminfo has it when the kernel does not know.
void cn_terminal_size(int *rows, int *columns);

/// Tells ncurses the size to draw for.
void cn_resize(int rows, int columns);

/// Number of colours: 0 or less when the terminal has none.
int cn_colors(void);

/// Defines a colour pair of 1 or more; colour -1 is the terminal's own.
void cn_pair(int pair, int foreground, int background);

/// Puts one cell: a spacing scalar and its zero-width followers (`count` in all, 5 at most).
void cn_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair);

/// Clears what is drawn, without writing to the terminal yet.
void cn_erase(void);

/// Shows the cursor at a cell, or hides it when `row` is negative.
void cn_cursor(int row, int column);

/// Writes to the terminal what has changed.
void cn_flush(void);

/// Makes the next cn_flush() write every cell.
void cn_repaint(void);

// MARK: - Signals and restoring (signals.c)

/// Saves the terminal's modes and begins to catch signals.
/// Returns the end of a pipe from which one byte a signal is read (its number), or -1.
int cn_signals_install(void);

/// Gives the calling thread a stack for handlers, so that a stack overflow on it can be handled.
void cn_signals_enter_thread(void);

/// Gives every signal back the handling it had before cn_signals_install().
void cn_signals_remove(void);

/// Says that a signal was read from the pipe. Another of its kind ends the process at once when this is not said
/// for a second or two, because the main loop then hangs.
void cn_signal_handled(int number);

/// Bytes that undo what the screen has switched on; written when the process crashes or exits.
void cn_restore_prepare(const char *bytes, size_t length);

/// A sentence written to standard error after a crash.
void cn_crash_note(const char *note);

/// Says whether the screen is up, so that a crash must restore the terminal.
void cn_restore_arm(bool armed);

/// Points descriptor 2 at `path` (or nowhere when it is NULL) if it is a terminal now.
void cn_stderr_divert(const char *path);

/// Points descriptor 2 back to where it was.
void cn_stderr_restore(void);

/// Stops the process as Ctrl-Z does, and returns when it runs in the foreground again.
void cn_stop(void);

/// Ends the process by a signal's default action, so that its parent sees that signal.
void cn_die(int number);

#endif
