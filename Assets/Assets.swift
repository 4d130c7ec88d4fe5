/// Texts that are embedded in the program: one file is the whole program.
public enum Assets {
  /// A sample note, in Markdown.
  public struct Sample: Sendable, Hashable {
    /// Its file name, such as `economics.md`.
    public var name: String
    /// Its text.
    public var text: String
  }

  /// The sample notes, by name.
  public static var samples: [Sample] {
    [
      Sample(name: "astronomy.md", text: text(PackageResources.astronomy_md)),
      Sample(name: "cell-biology.md", text: text(PackageResources.cell_biology_md)),
      Sample(name: "chemistry.md", text: text(PackageResources.chemistry_md)),
      Sample(name: "computing.md", text: text(PackageResources.computing_md)),
      Sample(name: "economics.md", text: text(PackageResources.economics_md)),
      Sample(name: "world-history.md", text: text(PackageResources.world_history_md)),
    ]
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

extension Assets {
  /// The texts that prompts are built from. A word in braces, `{distractors}`, is filled in by the slot.
  public enum Prompt {
    /// What holds for every question.
    public static var rules: String { text(PackageResources.rules_txt) }
    /// What is asked for a multiple-choice question.
    public static var multipleChoice: String { text(PackageResources.multiple_choice_txt) }
    /// What is asked for a true/false statement.
    public static var trueFalse: String { text(PackageResources.true_false_txt) }
    /// What is asked for a sentence with a blank.
    public static var cloze: String { text(PackageResources.cloze_txt) }
    /// What is asked for a question with a short answer.
    public static var shortAnswer: String { text(PackageResources.short_answer_txt) }
    /// What is asked for a question with an answer of a few sentences.
    public static var explanation: String { text(PackageResources.explanation_txt) }
  }
}
