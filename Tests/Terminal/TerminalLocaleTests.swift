import Terminal
import Testing

@Suite("The locale of the terminal")
struct TerminalLocaleTests {
  @Test(
    "The first variable that says something names it",
    arguments: [
      (["LC_ALL": "C", "LANG": "C.UTF-8"], "LC_ALL", false), (["LC_ALL": "", "LC_CTYPE": "C.utf8"], "LC_CTYPE", true),
      (["LANG": "de_DE.UTF-8"], "LANG", true), (["LANG": "de_DE@euro"], "LANG", false),
    ])
  func named(environment: [String: String], variable: String, isUTF8: Bool) throws {
    let locale = try #require(TerminalLocale(environment))
    #expect(locale.variable == variable && locale.name == environment[variable] && locale.isUTF8 == isUTF8)
  }

  @Test("Where none says anything, there is none", arguments: [[:], ["LANG": ""]])
  func none(environment: [String: String]) {
    #expect(TerminalLocale(environment) == nil)
  }
}
