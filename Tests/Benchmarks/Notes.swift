import ArgumentParser
import Foundation

/// The paths of the Markdown files of a folder, by name.
func markdownFiles(in folder: String) throws -> [String] {
  let names = try? FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
  guard let names, !names.isEmpty else { throw ValidationError("There are no Markdown files in \"\(folder)\".") }
  return names.sorted().map { "\(folder)/\($0)" }
}
