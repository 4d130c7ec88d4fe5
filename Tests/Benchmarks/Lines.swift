import ArgumentParser
import Foundation
import LanguageModels

/// The objects of a file of JSON Lines.
func jsonLines(_ path: String) throws -> [JSONValue] {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw ValidationError("There is no file \"\(path)\".")
  }
  let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
  return try lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { try JSONValue(parsing: String($0)) }
}

/// A share with its 95% interval (Wilson, 1927).
func interval(_ count: Int, of total: Int) -> String {
  guard total > 0 else { return "-" }
  let (n, p, z) = (Double(total), Double(count) / Double(total), 1.959964)
  let center = (p + z * z / (2 * n)) / (1 + z * z / n)
  let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
  return String(
    format: "%.3f [%.3f, %.3f] (%d of %d)", p, max(0, center - half), min(1, center + half), count, total)
}

/// A number with so many digits after the point.
func decimals(_ value: Double, _ digits: Int) -> String {
  String(format: "%.\(digits)f", value)
}

/// A name as the first column of a table.
func pad(_ name: String) -> String {
  name.padding(toLength: 20, withPad: " ", startingAt: 0)
}
