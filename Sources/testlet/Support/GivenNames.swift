import ArgumentParser

/// Names that are given to what is made.
enum GivenNames {
  /// Refuses a name that is there and says nothing, by its option.
  static func check(_ names: KeyValuePairs<String, String?>) throws {
    for (option, name) in names where name?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("\(option) is blank: give a name, or leave it out.")
    }
  }
}
