import Foundation
import LanguageModels
import PracticeTests

extension EffectRunner {
  /// Writes a test to a file; one that is there is asked about first.
  func runExport(_ order: ExportOrder) {
    work { [self] library in
      let test = try library.test(order.testID)
      // The library goes on, however long the disk takes.
      keep { [self] in write(test, order, library: library.path) }
      return []
    }
  }

  private func write(_ test: StoredTest, _ order: ExportOrder, library: String) {
    let path = TypedPath.absolute(
      TypedPath(order.path).path, in: environment.currentFolder, home: environment.homeFolder)
    do {
      let exported = order.format.fileText(test)
      guard !exported.isEmpty else { throw NothingExported(format: order.format) }
      // The terminal is a device too, and the screen's alone.
      try OutputFile(path: path, isReplacing: order.isReplacing, library: library)
        .write(Data(exported.text.utf8), toDevices: false)
      send(.export(.written(path: path, losses: exported.losses.sentences)))
    } catch OutputFileError.exists(_) {
      send(.export(.fileExists(order, path: path)))
    } catch {
      send(.failed(Self.sentence(error)))
    }
  }
}
