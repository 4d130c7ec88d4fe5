import Foundation
import LanguageModels
import PracticeTests

extension EffectRunner {
  /// Writes a test to a file; one that is there is asked about first.
  func runExport(_ order: ExportOrder) {
    work { [environment] library in
      let path = TypedPath.absolute(
        TypedPath(order.path).path, in: environment.currentFolder, home: environment.homeFolder)
      let exported = order.format.document(try library.test(order.testID))
      guard !exported.isEmpty else { throw NothingExported(format: order.format) }
      let text = order.format == .markdown ? SafeText.text(exported.text) : exported.text
      do {
        try OutputFile(path: path, isReplacing: order.isReplacing, library: library.path).write(Data(text.utf8))
      } catch OutputFileError.exists(_) {
        return [.export(.fileExists(order, path: path))]
      }
      return [.export(.written(path: path, losses: exported.losses.sentences))]
    }
  }
}
