import GRDB

/// What models have shown of themselves.
extension Library {
  /// How well a model verified keys; `nil` where that was not measured.
  func calibration(of model: String) throws(LibraryError) -> Calibration? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT result FROM calibration WHERE model = ?", arguments: [model])
        .map { try JSONColumn.value(Calibration.self, $0) }
    }
  }

  /// Keeps how well a model verified keys.
  func keep(_ calibration: Calibration, of model: String) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO calibration (model, result, measuredAt) VALUES (?, ?, ?)",
        arguments: [model, try JSONColumn.text(calibration), clock().timeIntervalSince1970])
    }
  }

  /// How much a model yielded in each way of drafting; `nil` where that was not measured.
  public func draftingCalibration(of model: ModelIdentity, votes: Int) throws(LibraryError) -> DraftingCalibration? {
    try draftingCalibration(of: model.draftingKey(votes: votes))
  }

  func draftingCalibration(of model: String) throws(LibraryError) -> DraftingCalibration? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT result FROM draftingCalibration WHERE model = ?", arguments: [model])
        .map { try JSONColumn.value(DraftingCalibration.self, $0) }
    }
  }

  /// Keeps how much a model yielded in each way of drafting.
  func keep(_ calibration: DraftingCalibration, of model: String) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO draftingCalibration (model, result, measuredAt) VALUES (?, ?, ?)",
        arguments: [model, try JSONColumn.text(calibration), clock().timeIntervalSince1970])
    }
  }
}
