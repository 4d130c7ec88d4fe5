import LanguageModels
import Testing

@testable import PracticeTests

@Suite("Questions in the formats of other programs")
struct ImportFormatTests {
  private func read(_ text: String, as format: QuestionFileFormat) -> QuestionReading {
    let reading = QuestionReader.read(text)
    #expect(reading.format == format)
    return reading
  }

  @Test("GIFT with titles, comments, weights, feedback, missing words and numbers")
  func gift() {
    let reading = read(
      """
      // A comment
      $CATEGORY: Biology/Cells

      ::Q1:: Who builds proteins? {
        ~%-50%vacuole # no
        =ribosome # yes
        ~nucleus
        ####It links amino acids.
      }

      The {=ribosome =Ribosomes} builds proteins.

      [html]Is <b>this</b> so?<br>Say. {T#no#yes}

      How many? {#4}

      How many more? {#4:1}

      Two \\= 2? {FALSE}

      Match. {=a -> b =c -> d}

      Write an essay. {}

      Pick two. {~%50%a ~%50%b ~c}
      """, as: .gift)
    #expect(
      reading.questions.map(\.item.prompt) == [
        "Who builds proteins?", "The ____ builds proteins.", "Is this so?\nSay.", "How many?", "Two = 2?",
      ])
    let first = reading.questions[0]
    #expect(first.item.choices == ["vacuole", "ribosome", "nucleus"] && first.item.correctIndex == 1)
    #expect(first.item.rationale == "It links amino acids." && first.topic == "Cells" && first.line == 4)
    #expect(reading.questions[1].item.format == .cloze)
    #expect(reading.questions[1].item.acceptedAnswers == ["Ribosomes"])
    #expect(reading.questions.map(\.item.correctAnswer)[2...] == ["True", "4", "False"])
    #expect(
      reading.unread.map(\.reason) == [
        "A range of numbers can't be read.", "Pairs to match can't be read.",
        "An essay question gives no answer to check.", "More than one option is marked as right.",
      ])
  }

  @Test(
    "What GIFT tells after a wrong and a right answer to true or false explains the key, and comes back as that",
    arguments: [
      ("{T####It has four chambers.}", "It has four chambers."),
      ("{F#No, it has four chambers.}", "No, it has four chambers."),
      ("{TRUE#wrong#Right!####It has four chambers.}", "It has four chambers."),
      ("{FALSE\n#No, it has four.\n#Yes, four it has.\n}", "Yes, four it has.\n\nNo, it has four."),
      ("{T#No, it has four.##### It has \\#4.}", "It has #4.\n\nNo, it has four."),
      ("{T#It has four chambers.#It has four chambers.####It has four chambers.}", "It has four chambers."),
      ("{T#no#yes}", nil), ("{T##}", nil),
    ] as [(String, String?)])
  func feedback(braces: String, rationale: String?) throws {
    let reading = read("The heart has four chambers. \(braces)", as: .gift)
    let item = try #require(reading.questions.first?.item)
    #expect(item.rationale == rationale && item.format == .trueFalse)
    let exported = ExportFormat.gift.document(.fixture([item]))
    #expect(read(exported.text, as: .gift).questions.map(\.item) == [item], "\(exported.text)")
    #expect(exported.losses.isEmpty)
  }

  @Test(
    "What GIFT and Moodle XML tell after the right answer explains it, where nothing else does",
    arguments: [
      ("{=four#Two atria and two ventricles. ~two#Those are the atria alone.}", "Two atria and two ventricles."),
      ("{=four#Well done! ~two#Those are the atria alone.}", nil),
      ("{=four#Two atria and two ventricles. ~two####Count both sides.}", "Count both sides."),
      ("{=four#Two atria and two ventricles. =4}", "Two atria and two ventricles."),
    ] as [(String, String?)])
  func answerFeedback(braces: String, rationale: String?) throws {
    let item = try #require(read("How many chambers has the heart? \(braces)", as: .gift).questions.first?.item)
    #expect(item.rationale == rationale)
    #expect(item.choices.isEmpty || item.choices.contains("two"), "\(item.choices)")
  }

  @Test(
    "Tags of GIFT stand in the comment above a question, and are those of no other",
    arguments: [
      ("// [tag:heart] [tag:week 2]\nA", ["heart", "week 2"]), ("// [id:a] [tag:a \\] b]\nA", ["a ] b"]),
      ("// [tag:heart]\n\nA", []), ("// [tag:]\nA", []), ("// [tag:heart\nA", []), ("// [tag:a\n// [tag:b]\nA", ["b"]),
      ("$CATEGORY: x\n// [tag:bloom::apply] [tag:exam]\nA", ["exam"]),
    ])
  func giftTags(above: String, tags: [String]) throws {
    let text =
      "Who is it? {=I ~you ~we}\n\n\(above) heart has how many chambers? {=four ~two ~three}\n\nWho was it? {=she ~he ~it}"
    #expect(read(text, as: .gift).questions.map(\.tags) == [[], tags, []])
  }

  @Test(
    "Braces in notes, code and broken JSON are no GIFT",
    arguments: [
      "The set {a, b} has two elements.\n\n1. Which?\nA) x\nB) y\nAnswer: A",
      "{\"question\": \"{=x}\", \"answer\": \"y\"}",
      "func f() { return }", "{question: \"Who?\", options: [\"I\", \"you\", \"we\"], answer: \"B\"}",
    ])
  func noGIFT(text: String) {
    #expect(QuestionReader.read(text).format != .gift)
  }

  @Test(
    "Questions of GIFT that are not parted by a blank line are not taken for one",
    arguments: [
      "What is a? {=x ~y ~z}\nAnd b? {T}", "What is a? {=x}\nAnd b? {=y}",
      "What is a? {=x ~y ~z####So.}\nAnd b? {=v ~w}",
    ])
  func giftWithoutBlankLines(text: String) {
    let reading = QuestionReader.read(text)
    #expect(reading.questions.isEmpty)
    #expect(reading.unread.map(\.reason).allSatisfy { $0.hasPrefix("There are braces in the braces") })
    #expect(reading.unread.count == 1)
  }

  @Test("An option that is right only in part is no key")
  func inPart() {
    let gift = QuestionReader.read("Which? {~%50%a ~b ~c}")
    let moodle = QuestionReader.read(
      """
      <quiz><question type="multichoice"><questiontext><text>Which?</text></questiontext>
      <answer fraction="50"><text>a</text></answer><answer fraction="0"><text>b</text></answer></question></quiz>
      """)
    for reading in [gift, moodle] {
      #expect(reading.questions.isEmpty && reading.unread.map(\.reason) == ["An answer is right only in part."])
    }
  }

  @Test("Where an option is left out, a number names none for certain; a letter does")
  func gaps() {
    func read(_ column: String, _ answer: String) -> QuestionReading {
      QuestionReader.read("question,option_a,option_b,option_c,option_d,\(column)\nWho?,I,,you,we,\(answer)\n")
    }
    for (column, answer) in [("correct_index", "2"), ("answer", "2")] {
      let reading = read(column, answer)
      #expect(reading.questions.isEmpty && reading.unread.map(\.line) == [2], "\(reading)")
    }
    #expect(read("answer", "C").questions.map(\.item.correctAnswer) == ["you"])
    let counted = QuestionReader.read("question,choice1,choice2,choice3,choice4,answer\nWho?,I,,you,we,3\n")
    #expect(counted.questions.map(\.item.correctAnswer) == ["you"])
  }

  @Test(
    "What a chat model wraps in a code fence is read in its format, with its lines",
    arguments: [
      (QuestionFileFormat.gift, "::Q1:: What builds? {\n=ribosomes\n~vacuoles\n~nuclei\n}"),
      (.aiken, "What builds?\nA. ribosomes\nB. vacuoles\nC. nuclei\nANSWER: A"),
      (.csv, "question,option_a,option_b,option_c,answer\nWhat builds?,ribosomes,vacuoles,nuclei,A"),
      (.anki, "#separator:tab\n#html:false\nWhat builds?\tribosomes"),
      (
        .moodleXML,
        """
        <?xml version="1.0"?>
        <quiz><question type="shortanswer"><questiontext><text>What builds?</text></questiontext>
        <answer fraction="100"><text>ribosomes</text></answer></question></quiz>
        """
      ),
    ])
  func fenced(format: QuestionFileFormat, text: String) {
    let reading = read("Here you are:\n\n```\n\(text)\n```\n\nAsk me for more {if you like}!", as: format)
    #expect(reading.questions.map(\.item.prompt) == ["What builds?"])
    #expect(reading.questions.map(\.item.correctAnswer) == ["ribosomes"] && reading.unread.isEmpty)
    let bare = QuestionReader.read(text)
    #expect(reading.questions.map(\.line) == bare.questions.map { $0.line + 3 })
  }

  @Test("A topic is one line that fits a name, whatever a file says")
  func topics() {
    let long = String(repeating: "long ", count: 200)
    let reading = read("$CATEGORY: a/\u{1B}[31mred\u{7} \(long)\n\nSo it is. {T}\n", as: .gift)
    let topic = reading.questions.first?.topic ?? ""
    #expect(topic.hasPrefix("[31mred long") && topic.count <= 200)
  }

  @Test("Aiken, and what only looks like it")
  func aiken() {
    let reading = read("What?\nA. one\nB) two\nANSWER: B\n\nWho? \nA. I\nB. you\nC. we\nANSWER: A\n", as: .aiken)
    #expect(reading.questions.map(\.item.correctAnswer) == ["two", "I"])
    #expect(reading.questions.map(\.line) == [1, 6])
    #expect(QuestionReader.read("What?\r\nA. one\r\nB) two\r\nANSWER: B\r\n").questions.count == 1)
    #expect(QuestionReader.read("What? {=one\r\n~two}\r\n\r\nWho? {=I ~you}\r\n").questions.count == 2)
    for text in ["1. What?\nA. one\nB. two\nANSWER: B", "What?\nA. one\nB. two\nANSWER: C", "What?\nANSWER: A"] {
      #expect(QuestionReader.read(text).format == .text)
    }
  }

  @Test("A table with names of columns in whatever words and separators", arguments: [",", ";", "\t"])
  func csv(separator: String) {
    let rows = [
      ["Question", "Option A", "Option B", "Option C", "Answer", "Explanation"],
      ["\"Who, when\nand \"\"why\"\"?\"", "I", "you", "we", "B", "Because."], ["Who?", "I", "", "", "", ""],
      ["A ____ builds.", "", "", "", "ribosome", ""], ["a", "b", "c", "d", "e", "f", "g"],
    ]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
    let reading = read(text, as: .csv)
    #expect(reading.questions.map(\.item.prompt) == ["Who, when\nand \"why\"?", "A ____ builds."])
    #expect(reading.questions[0].item.choices == ["I", "you", "we"] && reading.questions[0].item.correctIndex == 1)
    #expect(reading.questions[0].item.rationale == "Because." && reading.questions[1].item.format == .cloze)
    #expect(reading.unread.map(\.line) == [4, 6])
  }

  @Test("Moodle's XML with HTML, feedback, fractions and types that can't be read")
  func moodle() {
    let reading = read(
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <quiz>
        <question type="category"><category><text>$course$/top/Unit 1//2</text></category></question>
        <question type="multichoice">
          <questiontext format="html"><text>\
      <![CDATA[<p>Wer baut <b>Proteine</b> &amp; mehr?</p>]]></text></questiontext>
          <generalfeedback format="html"><text>&lt;p&gt;Weil.&lt;/p&gt;</text></generalfeedback>
          <single>true</single>
          <answer fraction="0"><text>vacuole</text></answer>
          <answer fraction="100" format="html"><text><![CDATA[<p>größtes</p>]]></text></answer>
        </question>
        <question type="shortanswer"><questiontext><text>Name it: ____.</text></questiontext>
          <answer fraction="100"><text>cell</text></answer><answer fraction="0"><text>*</text></answer></question>
        <question type="shortanswer"><questiontext><text>Name it?</text></questiontext>
          <answer fraction="100"><text>cell*</text></answer></question>
        <question type="matching"><questiontext><text>Match.</text></questiontext></question>
        <question type="multichoice"><questiontext format="html"><text>&lt;img src="x"&gt; What?</text></questiontext>
          <answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer></question>
        <question type="description"><questiontext><text>Read this.</text></questiontext></question>
      </quiz>
      """, as: .moodleXML)
    #expect(reading.questions.map(\.item.prompt) == ["Wer baut Proteine & mehr?", "Name it: ____."])
    #expect(reading.questions[0].item.choices == ["vacuole", "größtes"] && reading.questions[0].item.correctIndex == 1)
    #expect(reading.questions[0].item.rationale == "Weil." && reading.questions[0].topic == "Unit 1/2")
    #expect(reading.questions[1].item.format == .cloze && reading.questions[1].item.acceptedAnswers.isEmpty)
    #expect(
      reading.unread.map(\.reason) == [
        "An answer stands for any text (*).", "Questions of the type \"matching\" can't be read.",
        "The question shows more than text.",
      ])
  }

  @Test(
    "XML that means harm, or is broken, is refused with its reason",
    arguments: [
      (
        "<!DOCTYPE quiz [<!ENTITY a \"aaa\"><!ENTITY b \"&a;&a;\">]><quiz><question>&b;</question></quiz>",
        "document type"
      ),
      ("<!DOCTYPE quiz SYSTEM \"file:///etc/passwd\"><quiz/>", "document type"),
      ("<!-- <a> --><!doctype quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz>&x;</quiz>", "document type"),
      ("<quiz><question type=\"essay\">", "valid XML"), ("<quiz>&undefined;</quiz>", "valid XML"),
      (
        "<quiz>" + String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40) + "</quiz>",
        "nested too deep"
      ),
    ])
  func hostileXML(text: String, reason: String) {
    let reading = read("<?xml version=\"1.0\"?>\n" + text, as: .moodleXML)
    #expect(reading.questions.isEmpty)
    #expect(reading.unread.count == 1 && reading.unread[0].reason.contains(reason), "\(reading.unread)")
  }

  @Test("Anki notes of other people's, in HTML and in plain text")
  func anki() {
    let html = read(
      """
      #separator:tab
      #html:true
      #tags column:3
      What builds <b>proteins</b>?<br>Say.\tthe ribosome&nbsp;\tunit_1
      A {{c1::ribosome}} builds.\tIn the cell.\t
      A {{c1::ribosome}} builds {{c2::proteins}}.\t\t
      A {{c1::ribosome::organelle}} builds.\t\t
      <img src="x.png">\tcell\t
      """, as: .anki)
    #expect(html.questions.map(\.item.prompt) == ["What builds proteins?\nSay.", "A ____ builds."])
    #expect(html.questions.map(\.item.correctAnswer) == ["the ribosome", "ribosome"])
    #expect(html.questions[0].topic == "unit 1")
    #expect(html.unread.map(\.line) == [6, 7, 8])
    let plain = read("#separator:Comma\n#html:false\n\"What, then?\",\"2 < 3\"\n", as: .anki)
    #expect(plain.questions.map(\.item) == [Item(format: .shortAnswer, prompt: "What, then?", correctAnswer: "2 < 3")])
  }

  @Test("Files of thousands of questions come back too", arguments: [ExportFormat.json, .moodleXML])
  func large(format: ExportFormat) {
    let words = String(repeating: "word ", count: 790)
    let items = (0..<1100).map {
      Item(format: .shortAnswer, prompt: "What is \($0)?", correctAnswer: "answer \($0)", rationale: "\(words)so.")
    }
    let text = format.document(.fixture(items)).text
    #expect(text.utf8.count > TolerantJSON.maximumBytes)
    #expect(QuestionReader.read(text).questions.map(\.item.correctAnswer) == items.map(\.correctAnswer))
  }

  @Test("What is longer than a question can be is not taken for one")
  func tooLong() {
    let long = String(repeating: "word ", count: 2000)
    let reading = QuestionReader.read("\(long)? {=a ~b ~c}\n\nWho? {=\(long) ~b ~c}\n\nWho is it? {=a ~b ~c}")
    #expect(reading.questions.map(\.item.prompt) == ["Who is it?"])
    #expect(reading.unread.map(\.reason) == Array(repeating: "It is too long to be a question.", count: 2))
  }

  @Test("Noise in the shape of every format is read in a moment, without a crash")
  func noise() {
    var random = SeededGenerator(seed: 5)
    let seeds = [ExportFormat.gift, .aiken, .moodleXML, .csv, .anki].map { format in
      Array(format.document(.fixture(items(with: "a{b"))).text.utf8)
    }
    for round in 0..<300 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<(1 + round % 20) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch round % 3 {
        case 0: bytes[place] = UInt8.random(in: 0..<255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes.suffix(from: place).prefix(9), at: place)
        }
      }
      let reading = QuestionReader.read(String(decoding: bytes, as: UTF8.self))
      for question in reading.questions {
        #expect(question.item.correctIndex.map { question.item.choices[$0] == question.item.correctAnswer } ?? true)
      }
    }
  }
}
