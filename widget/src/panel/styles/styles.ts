// The sheet of what the panel opens with, adopted by the shadow root: no <style> and no request of its own.
import base from './base.css?inline'
import controls from './controls.css?inline'
import front from './front.css?inline'
import panel from './panel.css?inline'

export const openingStyles = base + panel + controls + front
