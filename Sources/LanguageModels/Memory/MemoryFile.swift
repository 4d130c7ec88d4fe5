/// The file of a ``ServerMemory``: one JSON object, replaced whole.
struct MemoryFile: Sendable {
  /// The most records that are kept, the latest ones.
  private static let mostRecords = 200

  private let path: String

  init(path: String) {
    self.path = path
  }

  /// What the file holds; nothing where it is missing, damaged, or of another form.
  func read() -> ServerMemory.Records {
    guard let text = try? AtomicFile.contents(of: path), let json = try? JSONValue(parsing: text),
      json["format"]?.int == 1, let entries = json["servers"]?.elements
    else { return [:] }
    return entries.reduce(into: [:]) { records, entry in
      guard let server = entry["server"]?.string, let model = entry["model"]?.string, let record = ServerRecord(entry)
      else { return }
      records[ServerMemory.Subject(server: server, model: model), default: []].append(record)
    }
  }

  /// Replaces the file; what can't be written is lost without a word.
  func write(_ records: ServerMemory.Records) {
    let all = records.flatMap { subject, versions in versions.map { (subject, $0) } }
    // The latest first, also among the versions of one server, whose order is what counts.
    let kept = all.sorted { $0.1.noted > $1.1.noted }.prefix(Self.mostRecords)
    let entries = kept.map { subject, record in
      JSONValue.object(
        [JSONMember("server", .string(subject.server)), JSONMember("model", .string(subject.model))] + record.members)
    }
    let json = JSONValue.members([("format", .number(1)), ("servers", .array(entries))])
    try? AtomicFile.replace(path, with: json.text + "\n")
  }
}
