import Testing

@testable import PracticeTests

/// When an answer is right.
@Suite("Grading")
struct GradingTests {
  private func short(_ key: String, _ accepted: String...) -> Item {
    Item(format: .shortAnswer, prompt: "?", correctAnswer: key, acceptedAnswers: accepted)
  }

  private func outcome(_ given: String, _ key: String, terms: [String] = []) -> Outcome {
    Grading.grade(short(key), .text(given), amongTerms: terms)
  }

  @Test("A choice is right by the key, and no answer is wrong")
  func choices() {
    let item = choice("?", "yes", ["no", "maybe"])
    #expect(
      [Answer.choice(0), .choice(1), .choice(7), nil].map { Grading.grade(item, $0) } == [
        .right, .wrong, .wrong, .wrong,
      ])
    let statement = Item(
      format: .trueFalse, prompt: "So.", choices: ["True", "False"], correctIndex: 1, correctAnswer: "False")
    #expect([0, 1].map { Grading.grade(statement, .choice($0)) } == [.wrong, .right])
  }

  @Test(
    "However it is written, what says the same is right",
    arguments: [
      ("the Mitochondrion.", "mitochondrion"), ("  CELL   wall ", "cell wall"), ("cell-wall", "cell wall"),
      ("\u{FB01}bre", "fibre"), ("\u{FF21}TP", "ATP"), ("H\u{2082}O", "H2O"), ("E\u{301}cole", "\u{C9}cole"),
      ("Newtons laws", "Newton's laws"), ("newton\u{2019}s laws", "Newton's laws"), ("1000", "1,000"),
      ("1,234,567", "1234567"), ("3,5", "3.5"), (".5", "0.5"), ("-5 \u{B0}C", "\u{2212}5\u{B0}C"),
      ("10^3", "10\u{B3}"), ("a ribosome", "ribosome"), ("vitamin A", "Vitamin A"), ("\"osmosis\"", "osmosis"),
      ("&&", "&&"), ("C++", "c++"), ("9.8 m/s\u{B2}", "9.81 m/s\u{B2}"), ("37.2 \u{B0}C", "37.0 \u{B0}C"),
    ])
  func right(given: String, key: String) {
    #expect(outcome(given, key) == .right)
  }

  @Test(
    "What says something else is wrong",
    arguments: [
      ("", "osmosis"), (" . ", "osmosis"), ("vitamin", "vitamin A"), ("102", "10\u{B2}"), ("5", "-5"), ("+5", "-5"),
      ("1991", "1990"), ("1865.0", "1865"), ("101", "100"), ("3.5", "35"), ("10.3 m", "10.0 m"), ("9.8 km", "9.81 m"),
      ("9.81", "9.81 m"), ("12 cells", "12.0 m"), ("100 cells", "101 cells"), ("hypertonic", "hypotonic"),
      ("C", "C++"), ("||", "&&"), ("not osmosis", "osmosis"), ("fall", "wall"), ("cation", "anion"),
      ("cell membrame wall", "cell membrane"), ("cell fall", "cell wall"),
    ])
  func wrong(given: String, key: String) {
    #expect(outcome(given, key) == .wrong)
  }

  @Test(
    "Another sign in a formula is wrong, and so is a sign too many or too few",
    arguments: [
      ("x < 0", "x > 0"), ("x 0", "x > 0"), ("x >= 0", "x > 0"), ("x = 5", "5"), ("x = a b", "x = a - b"),
      ("a != b", "a == b"), ("a = b", "a == b"), ("b", "a = b"), ("p | q", "p & q"), ("p || q", "p && q"),
      ("a*b", "a/b"), ("a b", "a/b"), ("P(A, B)", "P(A|B)"), ("2x * 3", "2x / 3"), ("f(x)", "f'(x)"),
      ("f'(x)", "f''(x)"), ("n", "n!"), ("p", "!p"), ("x", "|x|"), ("5", "\u{B1}5"), ("A \u{2190} B", "A \u{2192} B"),
      ("100 km*h", "100 km/h"), ("P \u{2228} Q", "P \u{2227} Q"), ("x \u{2209} A", "x \u{2208} A"),
      ("\u{221A}2", "2"),
    ])
  func otherSign(given: String, key: String) {
    #expect(outcome(given, key) == .wrong)
    #expect(outcome(key, given) == .wrong)
  }

  @Test(
    "A formula is right however it is spaced and its signs are written",
    arguments: [
      ("x>0", "x > 0"), ("X > 0.", "x > 0"), ("x \u{2265} 0", "x >= 0"), ("a \u{2260} b", "a != b"), ("a/b", "a / b"),
      ("P&Q", "p & q"), ("f\u{2019}(x)", "f'(x)"), ("x=-5", "x = \u{2212}5"), ("A->B", "A \u{2192} B"),
      ("3*10^8", "3 \u{D7} 10\u{2078}"), ("3\u{B7}10^8", "3 \u{D7} 10^8"), ("f(x) = x+1", "f(x)=x + 1"),
      ("-9.8 m/s^2", "-9.81 m/s\u{B2}"), ("100 km / h", "100 km/h"), ("\u{BD}", "1/2"),
      ("6 \u{F7} 3", "6/3"), ("p \u{2227} q", "p & q"), ("\u{AC}p", "!p"),
    ])
  func sameFormula(given: String, key: String) {
    #expect(outcome(given, key) == .right)
  }

  @Test(
    "What parts words is no sign",
    arguments: [
      ("rocknroll", "rock'n'roll"), ("rock 'n' roll", "rock 'n' roll"), ("and or", "and/or"), ("TCP IP", "TCP/IP"),
      ("R & D", "R&D"), ("r d", "R&D"), ("half life", "half-life"), ("vitamins B6, B12", "vitamins B6 & B12"),
      ("'x'", "x"), ("br", "<br>"), ("Yes!", "yes"), ("plan B!", "plan b"), ("= 5", "5"), ("5' end", "5 end"),
      ("dogs' tails", "dogs tails"), ("*a cell*", "a cell"), ("men/women", "men, women"),
      ("2 cats and or dogs", "2 cats and/or dogs"), ("guns n roses", "Guns N' Roses"),
      ("rock n roll", "rock n' roll"), ("mac n cheese", "mac n\u{2019} cheese"),
    ])
  func noSign(given: String, key: String) {
    #expect(outcome(given, key) == .right)
  }

  @Test("Capitals of a unit count where they make another unit of it, and nowhere else")
  func unitCase() {
    for (given, key) in [
      ("5.0 MW", "5.0 mW"), ("5 mg", "5 Mg"), ("12 mM", "12 mm"), ("3 kB", "3 kb"),
      ("5.0 km/S", "5.0 km/s"),
    ] {
      #expect(outcome(given, key) == .wrong, "\(given)")
    }
    for (given, key) in [
      ("5 KG", "5 kg"), ("5.0 mhz", "5.0 MHz"), ("5.02 mW", "5.0 mW"), ("5 ML", "5 Ml"), ("5 ml", "5 mL"),
      ("2 h2s", "2 H2S"), ("3 t cells", "3 T cells"), ("5.0 mW h", "5.0 mWh"),
      // Signs that are letters and numbers at once.
      ("10\u{4E07}", "10\u{4E07}"), ("3 \u{4E09}", "3 \u{4E09}"),
    ] {
      #expect(outcome(given, key) == .right, "\(given)")
    }
  }

  @Test(
    "One typing error in a long word is for the student to decide",
    arguments: [
      ("mitochondron", "mitochondrion"), ("mitochondrioon", "mitochondrion"), ("mitochomdrion", "mitochondrion"),
      ("mitohcondrion", "mitochondrion"), ("cell membrame", "cell membrane"), ("The Osmosys", "osmosis"),
    ])
  func close(given: String, key: String) {
    #expect(outcome(given, key) == .close)
  }

  @Test(
    "Two errors, a short word, a first letter or a digit are no typing error",
    arguments: [
      ("mitochndron", "mitochondrion"), ("bell", "cell"), ("cel", "cell"), ("xitochondrion", "mitochondrion"),
      ("vitamin B12", "vitamin B13"), ("2.51 metres", "2.01 metres"),
    ])
  func noTypo(given: String, key: String) {
    #expect(outcome(given, key) == .wrong)
  }

  @Test("Another term of the course is never a typing error")
  func knownTerm() {
    #expect(outcome("regression", "repression") == .close)
    #expect(outcome("Regression", "repression", terms: ["regression", "repression"]) == .wrong)
    #expect(outcome("the repression", "repression", terms: ["regression", "repression"]) == .right)
  }

  @Test("An accepted answer is as good as the key")
  func accepted() {
    let item = short("deoxyribonucleic acid", "DNA")
    #expect(Grading.grade(item, .text("dna")) == .right)
    #expect(Grading.grade(item, .text("RNA")) == .wrong)
  }

  @Test("Where the key is a sentence, other words are for the student to grade, and another number is wrong")
  func sentence() {
    let key = "Warm rock rises because it is less dense."
    #expect(outcome("warm rock rises, because it is less dense", key) == .right)
    #expect(outcome("warm rock rises becuase it is less dense", key) == .close)
    #expect(outcome("Its density is lower, so it goes up.", key) == .ungraded)
    #expect(outcome("buoyancy", key) == .ungraded && outcome(" ", key) == .wrong)
    #expect(outcome("It rises 2 cm a year.", key) == .ungraded)
    #expect(outcome("cool rock", key, terms: ["cool rock"]) == .ungraded)
    #expect(outcome("warm rock rises becuase it is less dense", key, terms: ["cool rock"]) == .close)
    #expect(outcome("the year 1991", "It was found in the year 1990.") == .wrong)
    #expect(outcome("1990 or so", "It was found in the year 1990.") == .ungraded)
    #expect(outcome("ethics committee", "institutional review board") == .wrong)
    let blank = Item(format: .cloze, prompt: "____", correctAnswer: key)
    #expect(Grading.grade(blank, .text("Its density is lower.")) == .wrong)
    #expect(Grading.grade(short("DNA", key), .text("Its density is lower.")) == .wrong)
  }

  @Test("An explanation is accepted for what it holds, and otherwise left to the student")
  func explanation() {
    let item = Item(
      format: .explanation, prompt: "Why?", correctAnswer: "Water flows to the side with more solutes.",
      keyPoints: ["water crosses the membrane", "it flows towards more solutes", "the membrane holds solutes back"])
    let good = "Because water crosses the membrane towards the side with more solutes, which the membrane holds back."
    #expect(Grading.grade(item, .text(good)) == .right)
    #expect(Grading.grade(item, .text("Something with water.")) == .ungraded)
    for word in ["never crosses", "doesn't cross", "doesnt cross"] {
      #expect(Grading.grade(item, .text(good.replacing("crosses", with: word))) == .ungraded)
    }
    #expect(Grading.grade(item, .text(" \n")) == .wrong)
    #expect(Grading.grade(item, nil) == .wrong)
  }

  @Test(
    "Grading never fails, whatever is typed",
    arguments: hostileTexts + ["", "\u{301}", "^", "-", "1.", "10^", "⁻⁻", ",5"])
  func hostile(text: String) {
    #expect(Grading.grade(short(text), .text(text)) == (text.allSatisfy(\.isWhitespace) ? .wrong : .right))
    #expect(outcome(text, "osmosis") == .wrong)
  }
}
