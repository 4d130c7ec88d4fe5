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

  /// Questions on the sample notes with known keys, as JSON, on which models show whether they can verify.
  public static var calibration: String { text(PackageResources.calibration_json) }

  /// The Python source of the worker that runs a model with MLX.
  public static var mlxWorker: String { text(PackageResources.mlx_worker_py) }

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

    /// The stage that words a question for a fact and its answer.
    public static var stageAsk: String { text(PackageResources.stage_ask_txt) }
    /// The stage that restates a fact in a sentence that holds given words.
    public static var stageRestate: String { text(PackageResources.stage_restate_txt) }
    /// The stage that chooses an answer in a sentence and words a question for it.
    public static var stageChoose: String { text(PackageResources.stage_choose_txt) }
    /// The stage that adds wrong answers to a question.
    public static var stageWrongAnswers: String { text(PackageResources.stage_wrong_answers_txt) }
    /// The stage that asks for an explanation and gives a model answer.
    public static var stageExplain: String { text(PackageResources.stage_explain_txt) }

    /// How a question with options is answered to verify its key.
    public static var verifyChoice: String { text(PackageResources.verify_choice_txt) }
    /// How a statement is judged to verify whether it is true.
    public static var verifyStatement: String { text(PackageResources.verify_statement_txt) }
    /// How a question with a written answer is answered to verify its key.
    public static var verifyAnswer: String { text(PackageResources.verify_answer_txt) }

    /// What holds for every study sheet.
    public static var summary: String { text(PackageResources.summary_txt) }
    /// What is asked of one part of long notes.
    public static var summaryPart: String { text(PackageResources.summary_part_txt) }
    /// What is asked for the main ideas of a study sheet.
    public static var summaryIdeas: String { text(PackageResources.summary_ideas_txt) }
    /// What is asked for its terms.
    public static var summaryTerms: String { text(PackageResources.summary_terms_txt) }

    /// How a student's question about an answered question is answered.
    public static var chat: String { text(PackageResources.chat_txt) }
    /// How an explanation is said in simpler words.
    public static var simpler: String { text(PackageResources.simpler_txt) }
    /// How a written answer is compared with the points of a full one.
    public static var keyPoints: String { text(PackageResources.key_points_txt) }
    /// How a request in plain words becomes an action.
    public static var plainWords: String { text(PackageResources.plain_words_txt) }
  }
}
