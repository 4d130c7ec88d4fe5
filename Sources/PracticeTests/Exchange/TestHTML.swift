import LanguageModels

/// A test as one HTML page to print: the questions, then, where wanted, the answers on a page of their own.
enum TestHTML {
  /// The page. It loads nothing and runs nothing, and whatever stands in a question stays text.
  static func document(_ test: StoredTest, answers: Bool) -> String {
    let title = XMLText.escaped(SafeText.line(test.title))
    let questions = test.questionsInReadingOrder
    let key =
      answers ? ["<section class=\"answers\">", "<h2>Answers</h2>"] + list(questions.map(answer)) + ["</section>"] : []
    let lines =
      [
        "<!DOCTYPE html>", "<html>", "<head>", "<meta charset=\"utf-8\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        "<title>\(title)</title>", "<style>\n\(style)\n</style>", "</head>", "<body>", "<h1>\(title)</h1>",
        "<p class=\"name\">Name: <span></span> Date: <span></span></p>",
      ] + list(questions.map(question)) + key + ["</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let style = """
    body { font: 12pt/1.4 serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }
    .name span { display: inline-block; width: 14em; border-bottom: 1px solid; }
    .questions > li { break-inside: avoid; margin: 0 0 1.2em; }
    .prompt, .text { white-space: pre-line; margin: 0 0 .3em; }
    pre { font: 10pt/1.3 monospace; white-space: pre-wrap; margin: .3em 0; break-inside: avoid; }
    .options { list-style: upper-alpha; }
    .line { border-bottom: 1px solid #888; height: 1.8em; }
    blockquote { margin: .3em 0 .3em 1em; font-style: italic; white-space: pre-line; }
    .answers { break-before: page; }
    .origin { font-size: 9pt; }
    @page { margin: 2cm; }
    @media print { body { margin: 0; max-width: none; padding: 0; } }
    """

  private static func list(_ entries: [String]) -> [String] {
    ["<ol class=\"questions\">"] + entries.map { "<li>\($0)</li>" } + ["</ol>"]
  }

  private static func question(_ question: Question) -> String {
    let item = question.item
    let prompt = flow(item.prompt, "<p class=\"prompt\">", "</p>")
    let options = item.choices.map { "<li>\(flow($0))</li>" }.joined()
    if !options.isEmpty { return "\(prompt)<ol class=\"options\">\(options)</ol>" }
    return prompt + String(repeating: "<div class=\"line\"></div>", count: item.format == .explanation ? 6 : 1)
  }

  private static func answer(_ question: Question) -> String {
    let item = question.item
    var parts = [flow(OptionLetter.key(of: item), "<p class=\"text\"><strong>", "</strong></p>")]
    if !item.acceptedAnswers.isEmpty {
      parts.append(paragraph("Also: " + item.acceptedAnswers.joined(separator: "; ")))
    }
    if !item.keyPoints.isEmpty {
      parts.append("<ul>\(item.keyPoints.map { "<li>\(flow($0))</li>" }.joined())</ul>")
    }
    if let rationale = item.rationale { parts.append(paragraph(rationale)) }
    if let grounding = question.grounding {
      let place = XMLText.escaped("\(grounding.source), line \(grounding.line)")
      parts.append("<blockquote>\(flow(grounding.quote))<br>\(place)</blockquote>")
    } else if let evidence = item.evidence {
      parts.append("<blockquote>\(flow(evidence))</blockquote>")
    }
    parts.append("<p class=\"origin\">\(XMLText.escaped(TestMarkdown.origin(of: question)))</p>")
    return parts.joined()
  }

  private static func paragraph(_ text: String) -> String { flow(text, "<p class=\"text\">", "</p>") }

  /// Prose between tags, and code as it stands.
  private static func flow(_ text: String, _ opening: String = "", _ closing: String = "") -> String {
    TextBlock.blocks(text).map { block -> String in
      switch block {
      case .prose(let prose):
        prose.isBlank ? "" : opening + XMLText.escaped(String(prose.trimming(\.isNewline))) + closing
      case .code(let lines, _): "<pre><code>\(XMLText.escaped(lines.joined(separator: "\n")))</code></pre>"
      }
    }.joined()
  }
}
