/// The prompts of the stages in which questions are worded, as those who play a model read them.
public enum StagePrompt {
  /// The value of a line of the material; empty where there is none.
  public static func line(_ name: String, of prompt: String) -> String {
    let line = prompt.split(separator: "\n").first { $0.hasPrefix("\(name): ") }
    return line.map { String($0.dropFirst(name.count + 2)) } ?? ""
  }

  /// A question in the words of the fact, without the answer.
  public static func question(on prompt: String) -> String {
    let told = line("Fact", of: prompt).replacing(line("Answer", of: prompt), with: "").filter {
      !"\u{201C}\u{201D}\".".contains($0)
    }
    return "Which of these is described by: \(told)?"
  }
}
