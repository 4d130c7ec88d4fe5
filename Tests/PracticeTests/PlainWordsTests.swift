import TestSupport
import Testing

@testable import PracticeTests

@Suite("Plain words, by rules")
struct PlainGrammarTests {
  private let grammar = PlainGrammar(.fixture)

  private func failure(_ words: String) -> PlainWordsError? { grammar.failure(words) }

  @Test("Of the requests in the table, all but those beyond fixed rules become the right action, and none a wrong one")
  func table() {
    var right = 0
    for (said, wanted) in PlainRequests.table {
      let action = try? grammar.action(for: said)
      let understood = action.map { $0.commandLine ?? $0.sentence } ?? "-"
      if understood == wanted { right += 1 } else { #expect(understood == "-", "\(said): wanted \(wanted)") }
    }
    #expect(PlainRequests.table.count >= 140 && right >= PlainRequests.table.count - 12)
  }

  @Test("The same action is found whatever the case, the spaces and the marks around the words")
  func forms() throws {
    let action = try grammar.action(for: "10 hard questions on glycolysis from bio.md, no true/false")
    for form in [
      "10 HARD Questions on Glycolysis from Bio.md, no True/False",
      "  10  hard questions on glycolysis\tfrom bio.md; no true false",
      "Please, 10 hard questions on \u{201C}glycolysis\u{201D} from bio.md, no true-or-false!",
    ] {
      #expect(try grammar.action(for: form) == action, "\(form)")
    }
    #expect(
      action.sentence
        == "Make 10 hard questions about Glycolysis from bio.md: "
        + "multiple choice, fill in the blank, short answer, explanation.")
  }

  @Test("How one does in a file of notes is told by its course")
  func figuresOfFile() throws {
    #expect(try grammar.action(for: "how am I doing in bio.md").commandLine == "testlet stats --course Biology")
    #expect(failure("how am I doing in astrology") == .unknownName("astrology", known: NameFinder(.fixture).known))
  }

  @Test("What is not allowed is refused by the rules of a plan")
  func limits() {
    #expect(failure("300 questions from bio.md") == .planning(.badCount(300)))
    #expect(failure("-5 questions on entropy") == .planning(.badCount(-5)))
    #expect(failure("multiple choice with 2 options on entropy") == .planning(.badChoices(2)))
    #expect(failure("only cloze, no cloze, on entropy") == .planning(.noFormat))
    #expect(
      failure("osmosis from acids.md, 5 questions")
        == .planning(.unknownTopic("Osmosis", known: ["Acids and Bases", "The pH Scale", "Titration"])))
  }

  @Test("A name that is unknown or fits several things is named, never guessed")
  func names() {
    guard case .unknownName("quantum gravity", let known) = failure("10 questions on quantum gravity") else {
      Issue.record("an unknown topic is not told of")
      return
    }
    #expect(known.contains("Glycolysis") && known.contains("bio.md") && known.contains("Physics"))
    #expect(
      failure("quiz me on the revolution")
        == .ambiguousName(
          "revolution", candidates: ["/n/history/french-revolution.md", "Causes of the Revolution"]))
    #expect(failure("open the history of art test") == .unknownTest("history art"))
    #expect(failure("delete the test") == .ambiguousName("the test", candidates: PlainRequests.tests.map(\.title)))
    guard case .unknownName("week 3", _)? = PlainGrammar(.nothing).failure("questions from week 3") else {
      Issue.record("a number in a name is taken for a number of questions")
      return
    }
  }

  @Test(
    "What is left over is told of, not passed over",
    arguments: [
      ("10 questions on entropy with pictures", "pictures"),
      ("not too hard questions on entropy", "hard questions on entropy"),
      ("a 20 minute quiz on entropy", "20 minute quiz on entropy"),
      ("no questions on entropy", "no questions on entropy"),
      ("5 questions and 10 questions on entropy", "10 questions on entropy"), ("review glycolysis harder", ""),
      ("show my progress in physics as a chart", "as a chart"),
      ("export the midterm as csv with pictures", "with pictures"),
    ])
  func leftOver(said: String, rest: String) throws {
    let found = try #require(failure(said))
    if case .notUnderstood(let words) = found { #expect(words == rest) } else { #expect(rest.isEmpty) }
  }

  @Test("Words without a test have no test to open, and no words ask for nothing")
  func nothing() {
    #expect(PlainGrammar(.nothing).failure("open my last test") == .noTests)
    #expect(failure("") == .nothingSaid && failure("  ") == .nothingSaid)
    #expect(failure("please") == .notUnderstood("please"))
    #expect(failure("xyzzy") == .notUnderstood("xyzzy"))
  }

  @Test("Every failure is one sentence without control characters, whatever was typed")
  func sentences() throws {
    for said in [
      "delete \u{1B}[31m test", "10 questions on \u{202E}evil\u{7}", String(repeating: "on ", count: 5000), "\"", "/",
    ] {
      let sentence = try #require(failure(said)).sentence
      #expect(sentence.hasSuffix(".") && sentence.count < 900)
      #expect(!sentence.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "\u{202E}" })
    }
  }

  @Test("Tests that share a title are told apart by the number that they are listed with")
  func twins() throws {
    let tests = [1, 2].map { (number: Int) in
      NamedTest(id: "test\(number)xyz", title: "Cells", course: "Biology", number: number)
    }
    let grammar = PlainGrammar(PlainKnowledge(notes: [], tests: tests))
    #expect(try grammar.action(for: "delete cells #2") == .deleteTest(tests[1]))
    #expect(grammar.failure("take cells") == .ambiguousName("cells", candidates: ["Cells #1", "Cells #2"]))
  }

  @Test(
    "An export says its file as a shell or a terminal writes it, and may leave the test out: it is the latest",
    arguments: [
      ("export anki /n/cards.txt", "k3f9aa --to anki --output /n/cards.txt"),
      ("export html /n/quiz.html without answers", "k3f9aa --to html --no-answers --output /n/quiz.html"),
      ("export moodle '/n/my cards.xml'", "k3f9aa --to moodle-xml --output '/n/my cards.xml'"),
      (#"please export csv /n/my\ cards.csv"#, "k3f9aa --to csv --output '/n/my cards.csv'"),
      (#"export csv '/n/Anna'\''s cards.csv'"#, #"k3f9aa --to csv --output '/n/Anna'\''s cards.csv'"#),
      (#"export csv to 'students'\'' cards.csv', please"#, #"k3f9aa --to csv --output 'students'\'' cards.csv'"#),
      ("export anki to /n/cards.txt, please", "k3f9aa --to anki --output /n/cards.txt"),
      ("export as gift to a.gift", "k3f9aa --to gift --output a.gift"),
      ("export the midterm as anki to /n/cards.txt", "z1x5dd --to anki --output /n/cards.txt"),
      ("save the midterm as csv in \"week-1 cards.csv\"", "z1x5dd --to csv --output 'week-1 cards.csv'"),
      ("export the midterm as html to m.html without answers", "z1x5dd --to html --no-answers --output m.html"),
      ("export the midterm as html without answers to m.html.", "z1x5dd --to html --no-answers --output m.html"),
      ("export csv latest", "k3f9aa --to csv"), ("export csv last, please", "k3f9aa --to csv"),
      ("export anki of my last test", "k3f9aa --to anki"),
      ("export html latest without answers", "k3f9aa --to html --no-answers"),
      ("export csv latest to /n/a.csv", "k3f9aa --to csv --output /n/a.csv"),
      ("export csv latest quiz a.csv", "k3f9aa --to csv --output a.csv"),
      ("export csv 'latest'", "k3f9aa --to csv --output latest"),
    ])
  func exportToFile(said: String, command: String) throws {
    #expect(try grammar.action(for: said).commandLine == "testlet export \(command)")
  }

  @Test(
    "Of a format that always has the answers it is said that they can't be left out, and no model is asked",
    arguments: [
      ("export the midterm as csv without answers", .csv),
      ("export the midterm to anki to /n/a.txt, no answers", .anki),
      ("export csv /n/a.csv without answers", .csv), ("export gift latest without solutions", .gift),
    ] as [(String, ExportFormat)])
  func answersKept(said: String, format: ExportFormat) {
    #expect(failure(said) == .answersKept(format))
    #expect(!PlainWordsError.answersKept(format).isAboutWording)
  }

  @Test("Words that are no file, and a test's name, are not taken for the file of an export")
  func noExportFile() throws {
    #expect(failure("export anki midterm") == .missing("in which format", example: "export my last test as anki"))
    #expect(failure("export anki please") == .missing("in which format", example: "export my last test as anki"))
    for said in [
      "export anki midterm.", "export json results", "export anki ''", "export csv of the last lecture",
    ] {
      #expect(failure(said) == .missing("in which format", example: "export my last test as anki"), "\(said)")
    }
    #expect(failure("export csv /n/a.csv of the midterm") == .notUnderstood("of the midterm"))
    #expect(failure("export the midterm as anki to study") == .notUnderstood("to study"))
    #expect(failure("export the midterm as anki to '/n/cards.txt") == .notUnderstood("to '/n/cards.txt"))
    #expect(PlainGrammar(.nothing).failure("export anki /n/cards.txt") == .noTests)
    let latest = try #require(PlainKnowledge.fixture.tests.first)
    #expect(
      try grammar.action(for: "export anki ~/c.txt, please")
        == .exportTest(latest, .anki, answers: true, file: "~/c.txt"))
    #expect(
      try grammar.action(for: "export html ~/quiz.html without answers")
        == .exportTest(latest, .html, answers: false, file: "~/quiz.html"))
    let action = try grammar.action(for: "export gift /n/a.gift")
    #expect(action.sentence == "Write the test \"Acids and Bases\" as GIFT to the file /n/a.gift.")
    #expect(action.json["file"]?.string == "/n/a.gift")
  }

  @Test("To print is to write a web page, by default with the answers, and the sentence says who prints it")
  func printing() throws {
    let latest = try #require(PlainKnowledge.fixture.tests.first)
    let action = try grammar.action(for: "print the answers")
    #expect(action == .exportTest(latest, .html, answers: true))
    #expect(action.sentence == "Export the test \"Acids and Bases\" as HTML (a browser prints it).")
    #expect(
      try grammar.action(for: "print the answers to /n/key.html")
        == .exportTest(latest, .html, answers: true, file: "/n/key.html"))
    #expect(
      try grammar.action(for: "print my last test as markdown").commandLine == "testlet export k3f9aa --to markdown")
    #expect(failure("print the answers of the history of art test") == .unknownTest("history art"))
    #expect(failure("print the test") == .ambiguousName("the test", candidates: PlainRequests.tests.map(\.title)))
    #expect(PlainGrammar(.nothing).failure("print the answers") == .noTests)
  }

  @Test(
    "Who asks for a PDF is told that a browser makes one of the HTML, and no model is asked",
    arguments: [
      "export as pdf", "export pdf", "export the midterm as a PDF", "export to exam.pdf", "save my last test as pdf",
      "print the answers as pdf", "print to pdf", "make a pdf of my last test", "download the midterm in pdf format",
    ])
  func pdf(said: String) {
    #expect(failure(said) == .noPDF)
    #expect(
      PlainWordsError.noPDF.sentence
        == "PDF is not written, but HTML is, which a browser prints, also as PDF: say it like "
        + "\"export my last test as html\".")
    #expect(!PlainWordsError.noPDF.isAboutWording)
  }

  @Test("A test whose title was said is meant, though others have it in theirs or its words can say something else")
  func exactTitles() throws {
    let titles = [
      "Quiz on Enzymes", "Quiz", "Results of the War", "War and Peace", "The Last Exam", "Caf\u{E9}", "Cafe Talk",
    ]
    let tests = titles.enumerated().map { NamedTest(id: "test\($0)xyz", title: $1, course: "Everything") }
    let grammar = PlainGrammar(PlainKnowledge(notes: [], tests: tests))
    for (said, index) in [
      ("the quiz", 1), ("my quiz", 1), ("results of the war", 2), ("the test called Results of the War", 2),
      ("the last exam", 4), ("CAFE", 5), ("the test caf\u{E9}", 5), ("quiz on enzymes", 0), ("the quiz on enzymes", 0),
    ] {
      #expect(try grammar.action(for: "delete \(said)") == .deleteTest(tests[index]), "\(said)")
    }
    let several = ["Results of the War (test2xyz)", "War and Peace (test3xyz)"]
    #expect(grammar.failure("delete war") == .ambiguousName("war", candidates: several))
  }

  @Test("A test whose title was said is written, though the title speaks of answers, of a format or of a PDF")
  func exactTitlesOfExports() throws {
    let titles = ["Newest", "Solutions", "slides.pdf", "Midterm as Text"]
    let tests = titles.enumerated().map { NamedTest(id: "test\($0)xyz", title: $1, course: "Everything") }
    let grammar = PlainGrammar(PlainKnowledge(notes: [], tests: tests))
    for (said, command) in [
      ("export solutions as anki", "test1xyz --to anki"), ("print solutions", "test1xyz --to html"),
      ("print the solutions, please", "test1xyz --to html"), ("print the solutions of newest", "test0xyz --to html"),
      ("export the answers as anki", "test0xyz --to anki"),
      ("print slides.pdf", "test2xyz --to html"), ("print slides.pdf, please", "test2xyz --to html"),
      ("print slides.pdf to /n/a.html", "test2xyz --to html --output /n/a.html"),
      ("export slides.pdf as markdown", "test2xyz --to markdown"),
      ("print midterm as text", "test3xyz --to html"),
    ] {
      #expect(try grammar.action(for: said).commandLine == "testlet export \(command)", "\(said)")
    }
    for said in ["export slides.pdf", "export slides.pdf, please"] {
      #expect(grammar.failure(said) == .missing("in which format", example: "export my last test as anki"))
    }
    #expect(grammar.failure("print slides.pdf as a pdf") == .noPDF && grammar.failure("print other.pdf") == .noPDF)
  }

  @Test("A test with a blank title is not meant by words that name none")
  func blankTitle() {
    let tests = ["", "Cells"].map { NamedTest(id: "test\($0.count)xyz", title: $0, course: "Biology") }
    let grammar = PlainGrammar(PlainKnowledge(notes: [], tests: tests))
    #expect(grammar.failure("delete the test") == .ambiguousName("the test", candidates: ["", "Cells"]))
    #expect(grammar.failure("delete") == .missing("which test", example: "open my last test"))
  }

  @Test("A command is quoted so that a shell takes it as it was meant")
  func quoting() throws {
    let test = NamedTest(id: "abcd", title: "t", course: "c")
    let wanted = WantedTest(course: "Bob's course; rm -rf ~", topics: ["-x"])
    #expect(
      PlainAction.makeTest(wanted).commandLine
        == #"testlet generate --course 'Bob'\''s course; rm -rf ~' '--topic=-x'"#)
    #expect(PlainAction.openTest(test).arguments == ["take", "abcd"])
    #expect(PlainAction.makeTest(WantedTest()).arguments == nil)
  }
}

@Suite("Numbers and spelling of plain words")
struct PlainNumberTests {
  @Test(
    "Numbers are read in digits and in words",
    arguments: [
      ("12", 12, 1), ("twenty five", 25, 2), ("twenty questions", 20, 1), ("a hundred", 100, 2), ("half a dozen", 6, 3),
      ("two dozen", 24, 2), ("one hundred and twenty", 120, 4), ("two hundred", 200, 2), ("a dozen", 12, 2),
      ("ninety nine", 99, 2),
    ])
  func numbers(words: String, value: Int, length: Int) throws {
    let read = try #require(PlainNumber.read(words.split(separator: " ").map(String.init)))
    #expect(read.value == value && read.length == length)
  }

  @Test(
    "What is no number is none",
    arguments: [
      "a test", "many", "", "3.5", "first", "9223372036854775807 dozen", "-9223372036854775808 dozen",
      "9223372036854775808",
    ])
  func none(words: String) {
    #expect(PlainNumber.read(words.split(separator: " ").map(String.init)) == nil)
  }

  @Test("A name is parted where letters and digits meet, however often they do", .timeLimit(.minutes(1)))
  func runs() {
    #expect(PlainName("The week3b").words == ["week", "3", "b"])
    #expect(PlainName(String(repeating: "b2", count: 1 << 17)).words.count == 1 << 18)
  }

  @Test("Long words are near at one edit, short ones only when they are equal")
  func spelling() {
    for word in ["glycolisis", "glycolyss", "glycolysiss", "glyoclysis", "glycolysis"] {
      #expect(PlainSpelling.areNear(word, "glycolysis"), "\(word)")
    }
    for (a, b) in [("glicolisis", "glycolysis"), ("cell", "bell"), ("hard", "card"), ("osmosis", "mitosis")] {
      #expect(!PlainSpelling.areNear(a, b), "\(a), \(b)")
    }
  }
}

extension PlainGrammar {
  fileprivate func failure(_ words: String) -> PlainWordsError? {
    do throws(PlainWordsError) {
      _ = try action(for: words)
      return nil
    } catch {
      return error
    }
  }
}

extension PlainKnowledge {
  /// What the table of requests knows.
  static let fixture = PlainKnowledge(
    notes: PlainRequests.notes.map { Note(path: $0.path, title: $0.title, course: $0.course, topics: $0.topics) },
    tests: PlainRequests.tests.map { NamedTest(id: $0.id, title: $0.title, course: $0.course) })

  /// A new library.
  static let nothing = PlainKnowledge(notes: [], tests: [])
}
