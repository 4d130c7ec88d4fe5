/// Shows canvases.
@MainActor
public protocol Painter: AnyObject {
  /// The size that the next canvas should have.
  var size: Size { get }
  /// Shows a canvas; what does not fit is cut off.
  func paint(_ canvas: Canvas)
  /// Forgets what is shown, so that the next canvas is painted whole.
  func invalidate()
}
