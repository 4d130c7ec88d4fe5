import GRDB

/// What models have shown of themselves.
extension Library {
  /// How well a model verified keys; `nil` where that was not measured.
  func calibration(of model: String) throws(LibraryError) -> Calibration? {
    try result(of: model, in: "calibration")
  }

  /// Keeps how well a model verified keys.
  func keep(_ calibration: Calibration, of model: String) throws(LibraryError) {
    try keep(calibration, of: model, in: "calibration")
  }

  /// How much a model yielded in each way of drafting; `nil` where that was not measured.
  public func draftingCalibration(of model: ModelIdentity, votes: Int) throws(LibraryError) -> DraftingCalibration? {
    try draftingCalibration(of: model.draftingKey(votes: votes))
  }

  func draftingCalibration(of model: String) throws(LibraryError) -> DraftingCalibration? {
    try result(of: model, in: "draftingCalibration")
  }

  /// Keeps how much a model yielded in each way of drafting.
  func keep(_ calibration: DraftingCalibration, of model: String) throws(LibraryError) {
    try keep(calibration, of: model, in: "draftingCalibration")
  }

  // MARK: - Tables of results

  private func result<Value: Decodable>(of model: String, in table: String) throws(LibraryError) -> Value? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT result FROM \(table) WHERE model = ?", arguments: [model])
        .map { try JSONColumn.value(Value.self, $0) }
    }
  }

  private func keep(_ result: some Encodable, of model: String, in table: String) throws(LibraryError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO \(table) (model, result, measuredAt) VALUES (?, ?, ?)",
        arguments: [model, try JSONColumn.text(result), clock().timeIntervalSince1970])
    }
  }
}
