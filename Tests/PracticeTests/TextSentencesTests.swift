import PracticeTests
import Testing

@Suite("Sentences")
struct TextSentencesTests {
  /// Each case is written with a bar where a sentence ends.
  @Test(
    "A paragraph is cut where its sentences end",
    arguments: [
      "Sleep restores us.|It also helps memory!|Does it?|Yes.",
      "Use a mnemonic, e.g. Method of loci, to learn.|It works.",
      "That is (i.e., the mind) a process.|Next one.",
      "Knekt et al. (2008) agree.|So do others (Smith et al., 2003).|This is known.",
      "It was shown by Smith et al.|The effect is large.",
      "The mind was studied (Wundt, 1874).|Next came James.",
      "He moved to the U.S. Supreme Court.|In the U.S. the law differs.",
      "Many live in the U.S.|They are free.",
      "Nature vs. Nurture is old.|Brown v. Board of Education was decided in 1954.",
      "Dr. Clark and Mrs. Clark met Prof. King.|They talked.",
      "B. F. Skinner and John B. Watson were behaviorists.|G. Stanley Hall was not.",
      "The patient H.M. was famous.|Some know him as H. M. Molaison.",
      "We lack vitamin C.|Foods with it help.",
      "It ended in World War I.|Cattell helped.",
      "Blood type A.|The others are rare.",
      "It melts at about 950 \u{00B0}C.|Corrosion eats iron.",
      "It boils at 212 \u{00B0} F.|Steam rises.",
      "There are $n! / 2$ ways, and $a. B$ is one.|They end.",
      "It costs $5.|Tea costs $3.|Both are cheap.",
      "See p. 5 and pp. 7-9 in vol. 2, fig. 3.|Then rest.",
      "Is it so?|No.|It is not.",
      "It costs 4.5 dollars at example.com today.|About 3.14 is enough.",
      "I think \u{2026} such matters are hard... and long.|Well\u{2026}|Then stop.",
      "He said, \u{201C}I am tired. I must sleep.\u{201D}|Then he left.",
      "She asked \"why? Nobody knows.\" and left.|We stayed.",
      "The word (see below. It helps) is odd.|Next.",
      "It ended.)|(It began again.)|So it goes.",
      "It rang at 9 a.m.|The class began.",
      "They met at 9 a.m. in the hall.|It rained.",
      "The pH fell.|mRNA was found.",
      "2. Sleep is long.|It heals.",
      "It happened in 1879.|In 1880 it stopped.",
      "He has a Ph.D. in physics.|She has none.",
      "Born Jan. 5 in St. Louis.|Died in Dec. 1900.",
      "One line\nand the next.|New one.",
      "\u{201C}Learn.\u{201D}|\u{201C}Rest.\u{201D}",
      "Wow!!!|Really?!|Yes.",
      "No stop at the end",
    ])
  func ends(_ marked: String) {
    let expected = marked.split(separator: "|").map(String.init)
    #expect(Sentences.split(expected.joined(separator: " ")) == expected)
  }

  @Test("Japanese and Chinese full stops need no space")
  func wideStops() {
    #expect(Sentences.split("睡眠は大切です。記憶を助ける。") == ["睡眠は大切です。", "記憶を助ける。"])
  }

  @Test("A blank line ends a sentence without a full stop")
  func blankLine() {
    #expect(Sentences.split("A heading\n\nThe text.\n \nMore") == ["A heading", "The text.", "More"])
  }

  @Test("A bracket or quotation that is never closed does not swallow the rest")
  func unclosed() {
    let filler = String(repeating: "Then it went on and on. ", count: 40)
    #expect(Sentences.split("It (was so. " + filler).count > 15)
    #expect(Sentences.split("It \u{201C}was so. " + filler).count > 15)
    #expect(Sentences.split("It \"was so. " + filler).count > 15)
  }

  @Test("Nothing gives nothing", arguments: ["", " ", "\n\n", "\t"])
  func nothing(_ text: String) {
    #expect(Sentences.split(text).isEmpty)
  }

  @Test("No letter is lost, whatever the text", arguments: 0..<300)
  func lossless(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "a", "B", ".", ". ", "? ", "\u{2026}", "(", ") ", "\u{201C}", "\u{201D} ", "\"", " ", "\n", "\n\n", "e.g.", "5",
      "。",
    ]
    let text = (0..<60).map { _ in parts[Int(generator.next() % UInt64(parts.count))] }.joined()
    let joined = Sentences.split(text).joined()
    #expect(joined.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
    #expect(Sentences.split(text).allSatisfy { text.contains($0) && !$0.isEmpty })
  }
}
