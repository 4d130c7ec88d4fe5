import Assets
import Testing

@testable import PracticeTests

@Suite("The language of notes")
struct NotesLanguageTests {
  private func doubt(_ text: String) -> String? {
    NotesLanguage.doubt(about: NoteReader.document(text: text, name: "notes.md").passages)
  }

  private static let frenchNotes = """
    La photosynthèse est le processus par lequel les plantes vertes transforment l'énergie de la lumière en énergie
    chimique. Elle a lieu dans les chloroplastes, qui contiennent la chlorophylle. Pendant la phase claire, l'eau est
    décomposée et de l'oxygène est libéré ; pendant la phase sombre, le dioxyde de carbone est fixé.
    """

  @Test("Of notes in another language it is said that little may come of them")
  func french() {
    #expect(
      doubt("# Biologie\n\n" + Self.frenchNotes)
        == "These notes do not seem to be in English: testlet finds what to ask about in English sentences only, "
        + "so little may come of them.")
  }

  @Test("Of several notes those in another language are named, unless all are")
  func several() throws {
    let english = try #require(Assets.samples.first).text
    func doubt(_ notes: (name: String, text: String)...) -> String? {
      TestMaterial(notes.map { ($0.name, NoteReader.document(text: $0.text, name: $0.name)) }).languageDoubt
    }
    let french = ["bio.md", "b.md", "c.md", "d.md", "e.md"].map { ($0, "# \($0)\n\n" + Self.frenchNotes) }
    #expect(
      doubt(("stars.md", english), french[0])
        == "bio.md does not seem to be in English: testlet finds what to ask about in English sentences only, "
        + "so little may come of it.")
    let two = doubt(french[0], ("stars.md", english), french[1])
    #expect(two?.hasPrefix("bio.md and b.md do not seem") == true && two?.hasSuffix("come of them.") == true)
    let four = doubt(french[0], french[1], french[2], french[3], ("stars.md", english))
    #expect(four?.hasPrefix("bio.md, b.md, c.md and d.md do not") == true)
    let five = doubt(french[0], french[1], french[2], french[3], french[4], ("stars.md", english))
    #expect(five?.hasPrefix("bio.md, b.md, c.md and 2 more do not") == true)
    #expect(doubt(french[0], french[1])?.hasPrefix("These notes do not") == true)
    #expect(doubt(("a\u{1B}.md", Self.frenchNotes), ("stars.md", english))?.contains("\u{1B}") == false)
    #expect(doubt(("stars.md", english)) == nil)
  }

  @Test(
    "So it is also where a few words are spelt as English ones",
    arguments: [
      """
      Die Zelle ist die kleinste Einheit des Lebens. Sie besteht aus einer Membran, dem Zytoplasma und einem Kern, in
      dem das Erbgut liegt. Was die Zelle an Energie braucht, entsteht in den Mitochondrien, die so etwas wie
      ihre Kraftwerke sind, also in Organellen mit eigener DNA.
      """,
      """
      Quang hợp là quá trình mà thực vật có thể biến đổi năng lượng ánh sáng thành năng lượng hóa học. Quá trình này xảy
      ra trong lục lạp của tế bào và cần nước cùng với khí cacbonic để tạo thành đường và khí oxy cho các sinh vật khác
      trên trái đất của chúng ta.
      """,
      """
      Фотосинтез это процесс, при котором растения превращают энергию света в химическую энергию. Он происходит в
      хлоропластах, где находится хлорофилл. Вода расщепляется, и выделяется кислород, а углекислый газ превращается в
      сахара, которые растение использует для роста и для дыхания. Без света процесс останавливается, и растение живёт
      за счёт своих запасов.
      """,
    ])
  func others(text: String) { #expect(doubt(text) != nil) }

  @Test("English notes are not doubted, also where they are headwords or hold words of another language")
  func english() {
    for sample in Assets.samples { #expect(doubt(sample.text) == nil, "\(sample.name)") }
    #expect(
      doubt(
        """
        # Mitosis

        - prophase: chromosomes condense, spindle forms
        - metaphase: chromosomes line up at equator
        - anaphase: sister chromatids pulled to poles
        - telophase: nuclear envelopes reform
        - cytokinesis: cell splits into two daughter cells
        - meiosis: two divisions, four haploid cells, crossing over, more variation
        - osmosis: water moves through membrane, low solute to high solute
        """) == nil)
    #expect(
      doubt(
        """
        # Voltaire

        "Il faut cultiver notre jardin" is the last sentence of Candide. It is said by the hero, who has seen what the
        best of all possible worlds does to those who live in it. "Si Dieu n'existait pas, il faudrait l'inventer"
        stands in a letter to the author of a book about three impostors.
        """) == nil)
  }

  @Test("Of a few words, and of code, nothing is said")
  func tooLittle() {
    #expect(doubt("# Biologie\n\nLa photosynthèse est un processus des plantes vertes.") == nil)
    #expect(doubt("# Code\n\n```\n" + String(repeating: "let x = y\nprint(foo)\n", count: 60) + "```") == nil)
    #expect(doubt("") == nil)
  }
}
