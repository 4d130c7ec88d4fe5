import LanguageModels
import Terminal

/// The models of a backend: those that it has, and those that are worth bringing.
struct ModelsState: Equatable {
  /// A row of the list.
  enum Row: Equatable {
    /// A model that is there.
    case present(ModelInfo)
    /// One that is recommended, and could be brought.
    case recommended(RecommendedModel)
    /// One that nobody lists, as it is typed, and could be brought.
    case named(String)

    /// The model's name.
    var name: String {
      switch self {
      case .present(let model): model.name
      case .recommended(let model): model.name
      case .named(let name): name
      }
    }
  }

  /// The id of the backend.
  let backend: String
  /// Its kind, which decides what can be brought.
  let kind: BackendKind
  /// The models that are there; `nil` while they are asked for.
  var present: [ModelInfo]?
  /// Why they are not known.
  var problem: String?
  /// What is typed: names that hold it are shown.
  var filter = TextField(limit: 200)
  /// The selected row.
  var list = ListView()

  /// The rows that the filter lets through.
  var rows: [Row] {
    let wanted = typed.lowercased()
    let present = present ?? []
    let absent = RecommendedModel.list(for: kind).filter { model in !present.contains { $0.name == model.name } }
    let listed = present.map(Row.present) + absent.map(Row.recommended)
    let shown = listed.filter { wanted.isEmpty || $0.name.lowercased().contains(wanted) }
    let isKnown = listed.contains { $0.name == typed }
    return kind.bringsModels && !typed.isEmpty && !isKnown ? shown + [.named(typed)] : shown
  }

  /// The row that keys act on.
  var selected: Row? {
    let rows = rows
    return list.selected(of: rows.count).map { rows[$0] }
  }

  private var typed: String { filter.text.filter { !$0.isWhitespace } }
}

/// What happened to the models.
enum ModelsAction: Equatable, Sendable {
  case listed(String, [ModelInfo])
  case listFailed(String, String)
  case keyTyped(Key)
  case moved(Key)
  case rowChosen
  case pullCancelled
}
