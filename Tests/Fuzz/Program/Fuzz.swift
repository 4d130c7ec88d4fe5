import CFuzzer
import Foundation

/// What libFuzzer drives; `TESTLET_FUZZ` names what is fuzzed, so that the processes that it starts know it too.
@main
enum Fuzz {
  private static let target = ProcessInfo.processInfo.environment["TESTLET_FUZZ"].flatMap(FuzzTarget.init)

  static func main() {
    guard target != nil else {
      for target in FuzzTarget.allCases { print(target.rawValue) }
      return
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    let code = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      Fuzz.target?.check(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
    exit(code)
  }
}
