import PracticeTests

/// Texts to damage, and how.
package enum FuzzSources {
  /// One of each shape that is read.
  package static let shapes = [
    #"{"questions": [{"question": "Which one builds proteins?", "options": ["ribosome", "vacuole", "nucleus"], "answer": "A", "explanation": "It joins amino acids."}, {"question": "Which holds DNA?", "choices": {"A": "wall", "B": "nucleus"}, "correct_answer": "B) nucleus"}]}"#,
    #"[{'prompt': 'It\'s the cell\'s \u00e9nergy?', 'choices': ['a) ATP', 'b) DNA', 'c) RNA'], 'correctIndex': 0, 'rationale': None},]"#,
    "{\"stem\": \"\\frac{1}{2} is\", \"options\": [{\"text\": \"half\", \"isCorrect\": true}, {\"text\": \"all\", \"isCorrect\": false}]}\n{\"question\": \"Sky?\", \"answer\": \"blue\"}",
    #"{"evidence": "Ribosomes build.", "prompt": "What builds?", "correctAnswer": "ribosomes", "distractors": ["a b", "c d"], "rationale": "So it is."}"#,
    #"{"statement": "Water is wet.", "answer": true} {question: "x ____ y", answer: "3"} // end"#,
    "**1. What is it?**\n\nA) one\nB) two\nC) three\n\n**Answer: B**\n\n*Explanation:* Because two.\n\n2) Next one?\n- [ ] yes\n- [x] no\n",
    "Q1. Which? a. red b. green c. blue Answer: c\nQuestion 2: True or false: it rains.\nAnswer: True\n\nAnswer key\n1. B, 2. C\n",
    "<think>so {\"questions\": []}</think>\n```json\n[{\"q\": \"Who?\", \"option_a\": \"I\", \"option_b\": \"you\", \"answer\": \"option b\"}]\n```\nDone {that}.",
  ]

  private static let pieces = [
    "\"", "'", "\\", "{", "}", "[", "]", ",", ":", "\n", "\u{201C}", "\u{201D}", "//", "/*", "</think>", "```", "None",
    "\u{0}", "1", "\\n", "A) ", "B. ", "Answer: ", "**", "- ", "\n\n", "\u{1F600}", "\u{301}", "\r\n", "<", "#",
  ].map { Array($0.utf8) }

  /// A text with one to four wounds: a byte or a stretch lost, doubled or cut off, or a mark put in.
  package static func damaged(_ source: [UInt8], _ generator: inout SeededGenerator) -> String {
    var text = source
    for _ in 0...generator.index(below: 4) where !text.isEmpty {
      let place = generator.index(below: text.count)
      let end = min(text.count, place + 1 + generator.index(below: 40))
      switch generator.index(below: 6) {
      case 0: text.remove(at: place)
      case 1: text.insert(contentsOf: pieces[generator.index(below: pieces.count)], at: place)
      case 2: text.removeSubrange(place..<end)
      case 3: text[place] = pieces[generator.index(below: pieces.count)][0]
      case 4: text.insert(contentsOf: text[place..<end], at: place)
      default: if generator.index(below: 4) == 0 { text.removeSubrange(place...) }
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
