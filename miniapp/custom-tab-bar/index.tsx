/** WeChat asks for this component when the tabs are custom; ours are drawn by each tab page and grow with the text. */
export default function CustomTabBar() {
  return null;
}
