#include "CNcursesw.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// Everything here that a handler touches is either set before the handlers are installed or a sig_atomic_t.

static const int told[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
static const int crashes[] = {SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGTRAP, SIGFPE};
enum {
  TOLD = sizeof told / sizeof told[0],
  CRASHES = sizeof crashes / sizeof crashes[0],
  SIGNALS = 65,
  STACK = 64 * 1024,
};

static struct sigaction before[SIGNALS];
// When a signal that the main loop has not answered came, in seconds of the monotonic clock; 0 when answered.
static volatile sig_atomic_t waiting_since[SIGNALS];
static int signal_pipe[2] = {-1, -1};

static volatile sig_atomic_t armed;
static struct termios saved_modes;
static bool has_saved_modes;
static char restore_bytes[512];
static size_t restore_length;
static char crash_note[512];
static int saved_stderr = -1;

// MARK: - Restoring

static void write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

// Async-signal-safe.
static void restore_terminal(void) {
  if (!armed) return;
  armed = 0;
  write_all(STDOUT_FILENO, restore_bytes, restore_length);
  if (has_saved_modes) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  if (saved_stderr >= 0) dup2(saved_stderr, STDERR_FILENO);
}

void cn_restore_prepare(const char *bytes, size_t length) {
  if (length > sizeof restore_bytes) length = sizeof restore_bytes;
  memcpy(restore_bytes, bytes, length);
  restore_length = length;
}

void cn_crash_note(const char *note) {
  strncpy(crash_note, note, sizeof crash_note - 1);
  crash_note[sizeof crash_note - 1] = 0;
}

void cn_restore_arm(bool value) { armed = value; }

void cn_stderr_divert(const char *path) {
  if (saved_stderr >= 0 || !isatty(STDERR_FILENO)) return;
  int log = open(path ? path : "/dev/null", O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (log < 0) log = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (log < 0) return;
  saved_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(log, STDERR_FILENO);
  close(log);
}

void cn_stderr_restore(void) {
  if (saved_stderr < 0) return;
  dup2(saved_stderr, STDERR_FILENO);
  close(saved_stderr);
  saved_stderr = -1;
}

// MARK: - Handlers

static void unblock(int number) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

static void use_default(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

static bool ends_process(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

static sig_atomic_t seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (sig_atomic_t)now.tv_sec + 1;
}

static void tell(int number) {
  int error = errno;
  sig_atomic_t now = seconds();
  // Signals often come twice at once (from a closing terminal, from timeout(1)); a second one after a second
  // without an answer means that the main loop hangs, and ends the process.
  if (ends_process(number) && waiting_since[number] && now - waiting_since[number] > 1) {
    restore_terminal();
    use_default(number);
    raise(number);
    unblock(number);
  }
  if (!waiting_since[number]) waiting_since[number] = now;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = error;
}

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  if (armed) {
    restore_terminal();
    write_all(STDERR_FILENO, crash_note, strlen(crash_note));
  }
  // A fault happens again when the handler returns, and then meets the handling it had before.
  sigaction(number, &before[number], NULL);
  if (info == NULL || info->si_code <= 0 || number == SIGTRAP) raise(number);
}

// MARK: - Installing

static void catch(int number, bool is_crash) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  if (is_crash) {
    action.sa_sigaction = crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  } else {
    action.sa_handler = tell;
    action.sa_flags = SA_RESTART;
  }
  waiting_since[number] = 0;
  sigaction(number, NULL, &before[number]);
  // What the parent chose to ignore (nohup) stays ignored.
  if (!is_crash && before[number].sa_handler == SIG_IGN) return;
  sigaction(number, &action, NULL);
}

void cn_signals_enter_thread(void) {
  static _Thread_local bool entered;
  if (entered) return;
  entered = true;
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && !(current.ss_flags & SS_DISABLE)) return;
  // Kept as long as the thread lives.
  stack_t own = {.ss_sp = malloc(STACK), .ss_size = STACK};
  if (own.ss_sp != NULL) sigaltstack(&own, NULL);
}

// A pipe that never waits, and that no child process gets to have.
static int make_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC | O_NONBLOCK);
#else
  // Darwin has no way to say so at once: a child that another thread starts right now keeps both ends.
  if (pipe(ends) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(ends[end], F_SETFD, FD_CLOEXEC);
    fcntl(ends[end], F_SETFL, O_NONBLOCK);
  }
  return 0;
#endif
}

int cn_signals_install(void) {
  static bool at_exit;
  if (!at_exit) at_exit = atexit(restore_terminal) == 0;
  has_saved_modes = tcgetattr(STDIN_FILENO, &saved_modes) == 0;
  if (signal_pipe[0] < 0 && make_pipe(signal_pipe) != 0) return -1;
  cn_signals_enter_thread();
  for (int index = 0; index < TOLD; index++) catch(told[index], false);
  for (int index = 0; index < CRASHES; index++) catch(crashes[index], true);
  return signal_pipe[0];
}

void cn_signals_remove(void) {
  for (int index = 0; index < TOLD; index++) sigaction(told[index], &before[told[index]], NULL);
  for (int index = 0; index < CRASHES; index++) sigaction(crashes[index], &before[crashes[index]], NULL);
}

void cn_signal_handled(int number) {
  if (number > 0 && number < SIGNALS) waiting_since[number] = 0;
}

// MARK: - Stopping and dying

// A program that waits for this one in the same job, such as a script, stops too. Only then is the job told: a child
// that is just being started would stop before it leads a group of its own, and nobody would continue it.
static void stop_parent_in_job(void) {
  if (getpgid(getppid()) != getpgrp()) return;
  signal(SIGTSTP, SIG_IGN);
  kill(0, SIGTSTP);
}

void cn_stop(void) {
  // Who started this wants no stops.
  if (before[SIGTSTP].sa_handler == SIG_IGN) return;
  struct sigaction ours;
  sigaction(SIGTSTP, NULL, &ours);
  stop_parent_in_job();
  use_default(SIGTSTP);
  raise(SIGTSTP);
  // Threads of the main queue have signals blocked.
  unblock(SIGTSTP);
  // Continued by `bg`: stop again, as a program that needs the terminal does. Bounded, because the kernel
  // ignores the stop when there is no shell to continue it.
  for (int again = 0; again < 100; again++) {
    pid_t foreground = tcgetpgrp(STDIN_FILENO);
    if (foreground < 0 || foreground == getpgrp()) break;
    raise(SIGTSTP);
  }
  sigaction(SIGTSTP, &ours, NULL);
}

void cn_die(int number) {
  use_default(number);
  raise(number);
  unblock(number);
}
