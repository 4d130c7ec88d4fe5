/// Keeps the last canvas instead of showing it, for tests.
@MainActor
public final class MemoryPainter: Painter {
  /// The size that the next canvas should have.
  public var size: Size
  /// What was painted last.
  public private(set) var canvas: Canvas?
  /// How many canvases were painted.
  public private(set) var count = 0

  /// Makes a painter of a size.
  public init(size: Size) {
    self.size = size
  }

  /// Keeps a canvas.
  public func paint(_ canvas: Canvas) {
    self.canvas = canvas
    count += 1
  }

  /// Forgets the canvas.
  public func invalidate() {
    canvas = nil
  }
}
