import ArgumentParser

/// The option of commands that print data. It is a group, because a command would take a flag of its own away from its
/// subcommands, and a group is handed on to them.
struct JSONOption: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false
}
