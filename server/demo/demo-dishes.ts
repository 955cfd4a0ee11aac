import type { PlannedDish } from "@server/domains/meals/publish-menu";

type Demo = Omit<PlannedDish, "allergens" | "dietMarks"> & Partial<Pick<PlannedDish, "allergens" | "dietMarks">>;

const dish = (given: Demo): PlannedDish => ({ allergens: [], dietMarks: [], ...given });

/** 王阿姨's usual lunch; on every lunch menu of her canteen, so that 再来一份 finds it. */
export const BRAISED_TOFU = dish({
  name: "红烧豆腐套餐",
  description: "豆腐、青菜、米饭、紫菜汤。软烂，少盐",
  allergens: ["soybean", "gluten"],
  dietMarks: ["soft", "low_salt"],
  priceFen: 600,
  portions: 24,
});

export const STEAMED_EGG = dish({
  name: "肉末蒸蛋套餐",
  description: "鸡蛋、猪肉末、小白菜、米饭。不用嚼",
  allergens: ["egg", "soybean", "gluten"],
  dietMarks: ["soft"],
  priceFen: 900,
  portions: 18,
});

const TOMATO_EGG = dish({
  name: "番茄炒蛋套餐",
  description: "番茄、鸡蛋、米饭、冬瓜汤",
  allergens: ["egg"],
  dietMarks: ["low_salt"],
  priceFen: 800,
  portions: 31,
});

/** The two of every day first, then what takes turns. */
export const LUNCHES = {
  always: [BRAISED_TOFU, TOMATO_EGG],
  inTurn: [
    dish({
      name: "清炖鸡套餐",
      description: "鸡腿肉、胡萝卜、米饭。含花生油",
      allergens: ["peanut"],
      dietMarks: ["soft"],
      priceFen: 1200,
      portions: 16,
    }),
    STEAMED_EGG,
    dish({
      name: "清蒸鱼套餐",
      description: "巴沙鱼、西蓝花、米饭、蛋花汤。无刺",
      allergens: ["fish", "egg", "soybean", "gluten"],
      dietMarks: ["soft", "low_salt"],
      priceFen: 1400,
      portions: 14,
    }),
    dish({
      name: "冬瓜排骨套餐",
      description: "排骨、冬瓜、青菜、米饭",
      priceFen: 1300,
      portions: 16,
    }),
    dish({
      name: "虾仁豆腐套餐",
      description: "虾仁、豆腐、豌豆、米饭",
      allergens: ["crustacean", "soybean"],
      dietMarks: ["soft"],
      priceFen: 1400,
      portions: 12,
    }),
    dish({
      name: "素烩菜套餐",
      description: "白菜、粉条、木耳、豆腐泡、米饭",
      allergens: ["soybean"],
      dietMarks: ["vegetarian", "low_salt"],
      priceFen: 700,
      portions: 20,
    }),
    dish({
      name: "萝卜炖牛肉套餐",
      description: "牛肉、白萝卜、青菜、米饭。炖得烂",
      allergens: ["soybean", "gluten"],
      dietMarks: ["soft"],
      priceFen: 1500,
      portions: 14,
    }),
  ],
} as const;

export const BREAKFASTS = {
  always: [
    dish({
      name: "小米粥配鸡蛋",
      description: "小米粥、水煮蛋、拌黄瓜",
      allergens: ["egg"],
      dietMarks: ["soft", "low_salt"],
      priceFen: 300,
      portions: 20,
    }),
  ],
  inTurn: [
    dish({
      name: "胡辣汤配烙饼",
      description: "胡辣汤、葱花烙饼",
      allergens: ["gluten", "soybean"],
      priceFen: 500,
      portions: 20,
    }),
    dish({
      name: "牛奶燕麦粥配花卷",
      description: "牛奶、燕麦、花卷",
      allergens: ["milk", "gluten"],
      dietMarks: ["soft", "low_sugar"],
      priceFen: 500,
      portions: 16,
    }),
    dish({
      name: "豆浆配包子",
      description: "不加糖的豆浆、白菜猪肉包子两个",
      allergens: ["soybean", "gluten"],
      dietMarks: ["low_sugar"],
      priceFen: 400,
      portions: 20,
    }),
  ],
} as const;

export const DINNERS = {
  always: [
    dish({
      name: "西红柿鸡蛋面",
      description: "手擀面、番茄、鸡蛋、小青菜",
      allergens: ["gluten", "egg"],
      dietMarks: ["soft"],
      priceFen: 700,
      portions: 18,
    }),
  ],
  inTurn: [
    dish({
      name: "山药瘦肉粥套餐",
      description: "山药瘦肉粥、馒头、炒西葫芦",
      allergens: ["gluten"],
      dietMarks: ["soft", "low_salt"],
      priceFen: 700,
      portions: 14,
    }),
    dish({
      name: "香菇青菜面",
      description: "面条、香菇、青菜。素油",
      allergens: ["gluten", "soybean"],
      dietMarks: ["soft", "vegetarian"],
      priceFen: 600,
      portions: 14,
    }),
    dish({
      name: "南瓜饭套餐",
      description: "南瓜焖饭、炒豆芽、紫菜蛋花汤",
      allergens: ["egg", "soybean"],
      dietMarks: ["soft", "low_sugar"],
      priceFen: 700,
      portions: 14,
    }),
  ],
} as const;

export const LANZHOU_LUNCHES = {
  always: [
    dish({
      name: "牛肉面",
      description: "拉面、牛肉片、白萝卜。可以少放辣",
      allergens: ["gluten"],
      priceFen: 900,
      portions: 26,
    }),
    BRAISED_TOFU,
  ],
  inTurn: [
    dish({
      name: "洋芋烧豆角套餐",
      description: "洋芋、豆角、米饭、蛋花汤",
      allergens: ["egg"],
      dietMarks: ["soft"],
      priceFen: 700,
      portions: 18,
    }),
    dish({
      name: "百合蒸南瓜套餐",
      description: "百合、南瓜、青菜、米饭。软烂",
      dietMarks: ["soft", "vegetarian", "low_salt"],
      priceFen: 900,
      portions: 14,
    }),
    STEAMED_EGG,
  ],
} as const;
