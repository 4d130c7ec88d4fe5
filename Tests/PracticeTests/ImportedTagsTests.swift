import LanguageModels
import Testing

@testable import PracticeTests

@Suite("Tags that a file gives its questions")
struct ImportedTagsTests {
  @Test(
    "In one text they are parted by its lines, and in one line by commas, in a table as in JSON",
    arguments: [
      ("chest, exam", ["chest", "exam"]), ("chest", ["chest"]), ("chest, upper\nexam", ["chest, upper", "exam"]),
      ("chest, upper\n", ["chest, upper"]), (", ,", []),
    ])
  func oneText(written: String, tags: [String]) {
    let value = JSONValue.string(written).text
    let json = "{\"question\": \"What fills the lungs?\", \"answer\": \"air\", \"tags\": \(value)}"
    let table = "question,answer,tags\nWhat fills the lungs?,air,\"\(written)\"\n"
    for text in [json, table] { #expect(QuestionReader.read(text).questions.map(\.tags) == [tags], "\(text)") }
  }
}
