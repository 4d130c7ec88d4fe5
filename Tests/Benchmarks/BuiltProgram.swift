import Foundation

/// The program that the measures run, where none is named.
enum BuiltProgram {
  /// Where it is: beside this program, as the build leaves both.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "testlet")
    .path(percentEncoded: false)
}
