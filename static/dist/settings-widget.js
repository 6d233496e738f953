import{a as e,c as t,d as s,e as i,f as n,i as a,j as l,l as o,n as r,p as d}from"./settings.js";import{E as c,Ia as g,J as u,Ja as p,Ka as _,La as w,Ma as $,W as h,ca as m,r as f,u as b}from"./app.js";var v=["zh-CN","en"],y=["text","email","phone","select","checkbox","consent"],k=/^#[0-9a-f]{6}$/,x=/^\s*(--sd-[a-z0-9-]{1,32})\s*:\s*([^;]{1,80}?)\s*;?\s*$/;function S(e){let t={};for(let s of e.split("\n")){if(!s.trim())continue;let[,e,i]=x.exec(s)??[];if(!e)return null;t[e]=i}return t}var E=({settings:e,allowed_origins:t})=>({...e,custom:Object.entries(e.custom).map(([e,t])=>`${e}: ${t}`).join("\n"),origins:t.join("\n")});function j({origins:e,...t}){return{...t,custom:S(t.custom)??{}}}var T=e=>v.some(t=>e[t]?.trim());function C(e,t){let s=new Set(t.map(e=>e.id)),i="email"===e||"phone"===e?e:s.has("name")||"text"!==e?`${e}_1`:"name";if(!s.has(i))return i;let n=1;for(;s.has(`${e}_${n}`);)n+=1;return`${e}_${n}`}var z=[{id:"php",name:"PHP",lines:"<?php\n$encode = fn ($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');\n$claims = ['sub' => (string) $user->id, 'name' => $user->name, 'email' => $user->email, 'exp' => time() + 3600];\n$head = $encode('{\"alg\":\"HS256\",\"typ\":\"JWT\"}') . '.' . $encode(json_encode($claims));\n$token = $head . '.' . $encode(hash_hmac('sha256', $head, getenv('SERVICEDESK_SECRET'), true));"},{id:"node",name:"Node",lines:"import { createHmac } from 'node:crypto';\nconst encode = (data) => Buffer.from(data).toString('base64url');\nconst claims = { sub: String(user.id), name: user.name, email: user.email, exp: Math.floor(Date.now() / 1000) + 3600 };\nconst head = encode('{\"alg\":\"HS256\",\"typ\":\"JWT\"}') + '.' + encode(JSON.stringify(claims));\nconst token = head + '.' + createHmac('sha256', process.env.SERVICEDESK_SECRET).update(head).digest('base64url');"},{id:"python",name:"Python",lines:'import base64, hashlib, hmac, json, os, time\nencode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()\nclaims = {"sub": str(user.id), "name": user.name, "email": user.email, "exp": int(time.time()) + 3600}\nhead = encode(b\'{"alg":"HS256","typ":"JWT"}\') + "." + encode(json.dumps(claims).encode())\ntoken = head + "." + encode(hmac.new(os.environ["SERVICEDESK_SECRET"].encode(), head.encode(), hashlib.sha256).digest())'},{id:"java",name:"Java",lines:'var encode = java.util.Base64.getUrlEncoder().withoutPadding();\nvar utf8 = java.nio.charset.StandardCharsets.UTF_8;\nvar claims = String.format("{\\"sub\\":\\"%s\\",\\"exp\\":%d}", user.id(), System.currentTimeMillis() / 1000 + 3600);\nvar head = encode.encodeToString("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}".getBytes(utf8)) + "." + encode.encodeToString(claims.getBytes(utf8));\nvar mac = javax.crypto.Mac.getInstance("HmacSHA256");\nmac.init(new javax.crypto.spec.SecretKeySpec(System.getenv("SERVICEDESK_SECRET").getBytes(utf8), "HmacSHA256"));\nvar token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));'}],q=e=>[1,3,5].map(t=>Number.parseInt(e.slice(t,t+2),16)/255);function N(e){let[t,s,i]=e.map(e=>e<=.04045?e/12.92:((e+.055)/1.055)**2.4);return.2126*t+.7152*s+.0722*i}var M=(e,t)=>(Math.max(e,t)+.05)/(Math.min(e,t)+.05),H=e=>`#${e.map(e=>Math.round(255*e).toString(16).padStart(2,"0")).join("")}`,O=(e,t)=>M(N(q(e)),N(q(t))),P={green:"#1f6f5c",blue:"#3569b0",amber:"#96590b",plum:"#84508f",red:"#a4372c",ink:"#2c322b"},W={bubble:"bubble",square:"square",headset:"headset",leaf:"leaf"},I=(e,t,s)=>f`<label class="with-unit"
><span>${s}</span
><input
class="input"
inputmode="numeric"
maxlength="3"
.value=${c(String(e.get(`launcher.offset.${t}`)))}
@input=${s=>e.set(`launcher.offset.${t}`,/^\d+$/.test(s.target.value)?Number(s.target.value):s.target.value)}
/></label>`,B=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],R="en"===document.documentElement.lang?"en":"zh-CN",J=()=>R,D=["home","talk","form","offline","closed"],K=["any","youzan","wordpress","shopify","next","send"];function L(v){let{me:x,call:L,changed:A}=v,F="look",G=r({read:async()=>E(await L("GET","/widgets/default")),check:e=>Object.fromEntries(Object.entries(function(e){let t={};k.test(e.accent)||(t.accent="colour");for(let s of["x","y"]){let i=e.launcher.offset[s];(!Number.isInteger(i)||i<0||i>400)&&(t["launcher.offset"]="offset")}return null===S(e.custom)&&(t.custom="custom"),"never"!==e.form.when&&0===e.form.fields.length&&(t["form.fields"]="fields"),e.form.fields.forEach((e,s)=>{T(e.label)?"select"===e.type&&(0===e.options.length||!e.options.every(T))&&(t[`form.fields.${s}`]="options"):t[`form.fields.${s}`]="label"}),t}(e)).map(([e,t])=>[e,u(`settings_widget.wrong_${t}`)])),refused(e){let t=String(e?.field??"");return t.startsWith("allowed_origins")?{origins:u("settings_widget.wrong_origin")}:t.startsWith("settings.custom")?{custom:u("settings_widget.wrong_custom")}:t.startsWith("settings.")?{[t.slice(9)]:u("settings_widget.wrong_value")}:{}},async write(e,t){let s=E(await L("PATCH","/widgets/default",function(e,t){let s=new Set(t.map(e=>e.split(".")[0])),i={};s.delete("origins")&&(i.allowed_origins=(e=>[...new Set(e.split(/[\s,，;；、]+/).filter(Boolean))])(e.origins));let n=j(e);return s.size>0&&(i.settings=Object.fromEntries([...s].map(e=>[e,n[e]]))),i.settings?.questions&&(i.settings.questions=Object.fromEntries(Object.entries(i.settings.questions).map(([e,t])=>[e,t.map(e=>e.trim()).filter(Boolean)]))),i}(e,t)));return t.some(e=>e.startsWith("form"))&&Object.assign(x.form_labels,(await L("GET","/me")).form_labels),s},changed:A}),V=function({me:t,call:s,changed:i,origin:a,seen:r},d){let c="any",g=t.widget?.seen??null,m=!1,b=async()=>{try{r()&&(g=(await s("GET","/setup/seen")).seen,i())}catch{}setTimeout(b,4e3)};return{start(){m||b(),m=!0},status:()=>g?f`<span class="chip chip-ok"><i class="chip-dot now-dot"></i><span>${(e=>{try{return new URL(e).host}catch{return e}})(g.url)}</span></span>`:f`<span class="chip"><span>${u("settings_site.not_seen")}</span></span>`,body(){let s=w(a),r=function(e,t,s){return"next"===e?((e,t)=>`import Script from 'next/script';\n\n<Script src="${e}/w.js" data-key="${t}" strategy="afterInteractive" />`)(t,s):"send"===e?u("settings_site.letter",{tag:_(t,s)}):_(t,s)}(c,a,t.widget?.key??"");return f`${l(u("settings_site.tag"),f`${p(u("settings_site.where"),K.map(e=>({value:e,label:u(`settings_site.builder_${e}`)})),c,e=>{c=e,i()})}
<p class="steps-text">${u(`settings_site.how_${c}`)}</p>
${s?f`<p class="warning" role="status">${u(`settings_site.${s}`,{origin:a})}</p>`:""}
${o(r,$(r).map(e=>f`<span class=${e.kind}>${e.text}</span>`),u("settings_site.tag"))}`,u("settings_site.tag_intro"))}
${l(u(g?"settings_site.seen":"settings_site.unseen"),"",g?`${g.url.replace(/^https?:\/\//,"")} · ${h(g.at,Date.now())}`:u("settings_site.unseen_hint"),f`<a class="button" href="/demo" target="_blank" rel="noopener">${u("settings_site.try_it")}${e("out")}</a>`)}
${l(u("settings_site.origins"),n(d,"origins",{label:u("settings_site.origins_label"),rows:3,mono:!0,placeholder:"https://www.example.com\n*.example.com",hint:u("settings_site.origins_hint")}),u("settings_site.origins_intro"))}`}}}(v,G),U=function({call:e,changed:t,say:s,failed:i,ask:n}){let a={language:"php",secret:null,shown:!1,token:"",verdict:null},{show:r,replace:d}=function({at:e,changed:t,call:s,failed:i,ask:n,say:a}){return{show:async()=>{if(e.shown)return e.shown=!1,t();try{e.secret??=(await s("GET","/widgets/default/secret")).secret,e.shown=!0}catch(e){i(e)}t()},replace:async()=>{if(await n({title:u("settings_widget.secret_ask"),text:u("settings_widget.secret_means"),confirm:u("settings_widget.secret_replace")})){try{e.secret=(await s("POST","/widgets/default/secret",{})).secret,e.shown=!0,a(u("settings_widget.secret_replaced"))}catch(e){i(e)}t()}}}}({at:a,changed:t,call:e,failed:i,ask:n,say:s}),{check:g,answer:_}=function({at:e,call:t,failed:s,changed:i}){return{check:async n=>{if(n.preventDefault(),e.token.trim()){try{e.verdict=await t("POST","/widgets/default/identity-check",{token:e.token.trim()})}catch(e){s(e)}i()}},answer:()=>{if(!e.verdict)return b;if(!e.verdict.valid)return f`<p class="check-line bad">${u(`settings_widget.problem_${e.verdict.problem}`)}</p>`;let{sub:t,name:s,email:i,phone:n}=e.verdict.claims??{},a=Object.entries({sub:t,name:s,email:i,phone:n}).filter(([,e])=>e);return f`<p class="check-line good">${u("settings_widget.valid",{time:e.verdict.expires_at?m(e.verdict.expires_at):""})}</p>
<dl class="fact-list">${a.map(([e,t])=>f`<dt>${u(`settings_widget.claim_${e}`)}</dt><dd>${t}</dd>`)}</dl>`}}}({at:a,call:e,failed:i,changed:t});return{start(){},body(){let e=z.find(e=>e.id===a.language)??z[0];return f`${l(u("settings_widget.server"),f`${p(u("settings_widget.language"),z.map(e=>({value:e.id,label:e.name})),a.language,e=>{a.language=e,t()})}
${o(e.lines,void 0,e.name)}`,u("settings_widget.server_intro"))}
${l(u("settings_widget.page"),o("servicedesk('identify', null, token);",void 0,u("settings_widget.page")),u("settings_widget.page_intro"))}
${l(u("settings_widget.secret"),f`${a.shown&&a.secret?o(a.secret,void 0,u("settings_widget.secret")):b}
<div class="set-actions">
<button type="button" class="button" aria-expanded=${a.shown} @click=${r}>${u(a.shown?"settings_widget.secret_hide":"settings_widget.secret_show")}</button>
<button type="button" class="button quiet danger" @click=${d}>${u("settings_widget.secret_replace")}</button>
</div>`,u("settings_widget.secret_intro"))}
${l(u("settings_widget.check"),f`<form class="set-stack" @submit=${g}>
<textarea
class="input area mono"
rows="3"
aria-label=${u("settings_widget.check")}
spellcheck="false"

.value=${c(a.token)}
@input=${e=>{a.token=e.target.value,a.verdict=null,t()}}
></textarea>
<div class="set-actions"><button type="submit" class="button" ?disabled=${!a.token.trim()}>${u("settings_widget.check_it")}</button></div>
<div role="status" class="set-stack">${_()}</div>
</form>`,u("settings_widget.check_intro"))}`}}}(v),Q=function({me:t,changed:s},i,n){let a="desktop",l=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light",o=null,r=!1,d="",c=()=>document.getElementById("preview-frame"),_=()=>(n()!==d&&(d=n(),o=null),o??("form"===n()?"form":"home")),w=()=>{"ready"===i.phase&&c()?.contentWindow?.postMessage({servicedesk:"preview",settings:j(i.draft),shop:{name:t.shop.name},view:_(),theme:l,device:a,locale:J()},location.origin)},$=()=>{let e=document.querySelector(".preview-box"),t=c();if(!(e instanceof HTMLElement&&t))return;let[s,i]=[e.clientWidth,e.clientHeight];if(!s||!i)return;let n="desktop"===a?Math.max(640,s):360,l="desktop"===a?s/n:Math.min(1,i/700,s/360),o="desktop"===a?i/l:Math.min(700,i/l);t.style.setProperty("width",`${n}px`),t.style.setProperty("height",`${o}px`),t.style.setProperty("transform",`scale(${l})`),t.style.setProperty("left",`${Math.max(0,(s-n*l)/2)}px`),t.style.setProperty("top",`${"desktop"===a?0:Math.max(0,(i-o*l)/2)}px`)};addEventListener("message",({origin:e,source:t,data:s})=>{e===location.origin&&t===c()?.contentWindow&&"preview-ready"===s?.servicedesk&&w()}),addEventListener("resize",$);let h=e=>{e(),s()};return{view(){requestAnimationFrame(()=>{$(),w()});let s=J();return f`<button type="button" class="button preview-open" @click=${()=>h(()=>r=!0)}>${e("smartphone")}${u("settings_widget.preview")}</button>
<section class="preview" data-open=${r} aria-label=${u("settings_widget.preview")}>
<header class="preview-head">
<span class="preview-name">${u("settings_widget.preview")}</span>
${p(u("settings_widget.device"),["desktop","phone"].map(e=>({value:e,label:u(`settings_widget.device_${e}`)})),a,e=>h(()=>a=e))}
${p(u("settings_widget.theme"),[{value:"light",label:e("sun"),title:u("settings_widget.theme_light")},{value:"dark",label:e("moon"),title:u("settings_widget.theme_dark")}],l,e=>h(()=>l=e))}
${g("preview-view",D.map(e=>({value:e,label:u(`settings_widget.view_${e}`)})),_(),e=>h(()=>o=e),u("settings_widget.view"))}
<button type="button" class="icon-button preview-close" aria-label=${u("common.close")} @click=${()=>h(()=>r=!1)}>${e("x",20)}</button>
</header>
<div class="preview-box ${a}">
<iframe id="preview-frame" title=${u("settings_widget.preview")} tabindex="-1" src="/w/preview?k=${t.widget?.key??""}&locale=${s}"></iframe>
</div>
</section>`}}}(v,G,()=>F),X={look:()=>function({upload:o,failed:r},g){let _=(e,t,i)=>f`<div class="set-field">
<span class="field-label">${i}</span>
<div class="picture-line">
${g.get(e)?f`<img class="picture-shown" src="/p/${g.get(e)}" alt="" />`:f`<span class="picture-shown" aria-hidden="true"></span>`}
${d(g,e,{upload:o,failed:r,most:t,choose:u("settings_widget.picture_choose"),remove:u("settings_widget.picture_remove")})}
</div>
${s(g,e)}
</div>`;return f`${l(u("settings_widget.colour"),function(i){let n=String(i.get("accent")),a=/^#[0-9a-f]{6}$/.test(n),l=a?function(e){let t=q(e);if(M(N(t),1)>=4.5)return{accent:e,on:"#ffffff"};if(M(N(t),N(q("#1b1f1a")))>=7)return{accent:e,on:"#1b1f1a"};for(;M(N(t),1)<4.5;)t=t.map(e=>.96*e);return{accent:H(t),on:"#ffffff"}}(n):null,o=t("accent");return f`<div class="swatches" role="radiogroup" aria-label=${u("settings_widget.colour")}>
${Object.entries(P).map(([e,t])=>f`<label class="swatch swatch-${e}"
><input type="radio" name="accent" aria-label=${u(`settings_widget.accent_${e}`)} .checked=${c(t===n)} @change=${()=>i.set("accent",t)} /><i></i
></label>`)}
<span class="own-colour"
><input
type="color"
aria-label=${u("settings_widget.accent_own")}
.value=${c(a?n:"#1f6f5c")}
@input=${e=>i.set("accent",e.target.value)} /><input
id=${o}
class="input mono"
maxlength="7"
spellcheck="false"
aria-label=${u("settings_widget.accent_hex")}
aria-invalid=${i.errors.accent?"true":"false"}
aria-describedby="${o}-error"
.value=${c(n)}
@input=${e=>i.set("accent",e.target.value.trim().toLowerCase())}
/></span>
</div>
${l?l.accent===n?f`<p class="check-line good">${e("done")}${u("#ffffff"===l.on?"settings_widget.contrast_white":"settings_widget.contrast_black",{ratio:O(n,l.on).toFixed(1)})}</p>`:f`<p class="check-line warn">${e("alert")}${u("settings_widget.darkened",{colour:l.accent})}</p>`:""}
${s(i,"accent")}`}(g),u("settings_widget.colour_intro"))}
${l(u("settings_widget.theme"),"",u("settings_widget.theme_intro"),p(u("settings_widget.theme"),["auto","light","dark"].map(e=>({value:e,label:u(`settings_widget.theme_${e}`)})),g.get("theme"),e=>g.set("theme",e)))}
${l(u("settings_widget.launcher"),f`<div class="set-columns">
<div class="set-field">
<span class="field-label">${u("settings_widget.position")}</span>
${p(u("settings_widget.position"),["left","right"].map(e=>({value:e,label:u(`settings_widget.position_${e}`)})),g.get("launcher.position"),e=>g.set("launcher.position",e))}
</div>
<div class="set-field">
<span class="field-label">${u("settings_widget.offset")} <span class="field-hint">${u("settings_widget.offset_hint")}</span></span>
<div class="set-pair">
${I(g,"x",u(`settings_widget.from_${g.get("launcher.position")}`))} ${I(g,"y",u("settings_widget.from_below"))}
</div>
${s(g,"launcher.offset")}
</div>
<div class="set-field">
<span class="field-label">${u("settings_widget.icon")}</span>
<div class="icon-choice" role="radiogroup" aria-label=${u("settings_widget.icon")}>
${Object.entries(W).map(([t,s])=>f`<label title=${u(`settings_widget.icon_${t}`)}
><input
type="radio"
name="launcher-icon"
aria-label=${u(`settings_widget.icon_${t}`)}
.checked=${c(g.get("launcher.icon")===t)}
@change=${()=>g.set("launcher.icon",t)} /><span>${e(s,20)}</span></label
>`)}
</div>
</div>
<div class="set-field">
${i(g,"launcher.label.zh-CN",{label:u("settings_widget.label_zh"),max:20,placeholder:u("settings_widget.label_example")})}
</div>
<div class="set-field">${i(g,"launcher.label.en",{label:u("settings_widget.label_en"),note:u("settings_widget.label_hint"),max:20})}</div>
</div>
${a(g,"launcher.hidden",u("settings_widget.hidden"),f`${u("settings_widget.hidden_hint")} <code>servicedesk('open')</code>`)}`)}
${l(u("settings_widget.pictures"),f`<div class="set-columns">${_("logo",256,u("settings_widget.logo"))}${_("header",1200,u("settings_widget.header"))}</div>`,u("settings_widget.pictures_intro"))}
${l(u("settings_widget.radius"),"",void 0,f`<span class="slider"
><span class="thing-about">${u("settings_widget.radius_square")}</span
><input
type="range"
min="0"
max="24"
aria-label=${u("settings_widget.radius")}
.value=${c(String(g.get("radius")))}
@input=${e=>g.set("radius",Number(e.target.value))}
/><span class="thing-about">${u("settings_widget.radius_round")}</span><output>${g.get("radius")}</output></span
>`)}
${l(u("settings_widget.custom"),n(g,"custom",{label:u("settings_widget.custom_label"),rows:3,mono:!0,placeholder:"--sd-surface: #fffdf8",hint:u("settings_widget.custom_hint")}),u("settings_widget.custom_intro"))}`}(v,G),words:()=>function(t,o){let r=e=>u(`settings_widget.own_${"en"===R?"en":"zh"}_${e}`),d=e=>`texts.${R}.${e}`;return f`${l(u("settings_widget.words"),f`${i(t,d("title"),{label:u("settings_widget.title"),hint:u("settings_widget.title_hint"),placeholder:o,max:40})}
${n(t,d("greeting"),{label:u("settings_widget.greeting"),hint:u("settings_widget.greeting_hint"),placeholder:r("greeting"),max:300,rows:2})}
${n(t,d("welcome"),{label:u("settings_widget.welcome"),hint:u("settings_widget.welcome_hint"),placeholder:r("welcome"),max:300,rows:2})}
${n(t,d("offline"),{label:u("settings_widget.offline"),hint:u("settings_widget.offline_hint"),placeholder:r("offline"),max:300,rows:2})}`,u("settings_widget.words_intro"),(e=>p(u("settings_widget.words_language"),B,R,t=>{R=t,e.set("accent",e.get("accent"))}))(t))}
${l(u("settings_widget.questions"),function(t){let i=`questions.${R}`,n=t.get(i)??[],a=e=>t.set(i,e);return f`<ul class="lines">
${n.map((t,s)=>f`<li>
<input
class="input"
aria-label=${u("settings_widget.question_n",{n:s+1})}
placeholder=${u("settings_widget.question_example")}
maxlength=${60}
.value=${c(t)}
@input=${e=>a(n.with(s,e.target.value))}
/>
${s>0?f`<button type="button" class="icon-button" aria-label=${u("settings_widget.up",{n:s+1})} title=${u("settings_widget.up",{n:s+1})} @click=${()=>a(n.with(s-1,t).with(s,n[s-1]))}>${e("up")}</button>`:f`<span class="icon-space"></span>`}
<button type="button" class="icon-button" aria-label=${u("settings_widget.remove_n",{n:s+1})} title=${u("settings_widget.remove_n",{n:s+1})} @click=${()=>a(n.toSpliced(s,1))}>${e("x")}</button>
</li>`)}
</ul>
${n.length<6?f`<div class="set-actions"><button type="button" class="button" data-adds=".lines li:last-child input" @click=${()=>a([...n,""])}>${e("plus")}${u("settings_widget.question_add")}</button></div>`:b}
${s(t,i)}`}(t),u("settings_widget.questions_intro"))}
${l(u("settings_widget.habits"),f`${a(t,"rating",u("settings_widget.rating"),u("settings_widget.rating_hint"))}
${a(t,"sound",u("settings_widget.sound"),u("settings_widget.sound_hint"))}
${a(t,"typing_preview",u("settings_widget.typing"),u("settings_widget.typing_hint"))}`)}`}(G,x.shop.name),form:()=>function(t){let i=t.get("form.fields"),n=e=>t.set("form.fields",e);return f`${l(u("settings_widget.asks"),p(u("settings_widget.asks"),["never","before","closed"].map(e=>({value:e,label:u(`settings_widget.asks_${e}`)})),t.get("form.when"),e=>t.set("form.when",e)),u("settings_widget.asks_intro"))}
${l(u("settings_widget.fields"),f`${i.length?f`<ul class="field-cards">${i.map((a,l)=>{let o=e=>n(i.with(l,{...a,...e})),r=l+1,d=(e,t)=>f`<input
class="input"
aria-label="${u("settings_widget.field_n",{n:r})} · ${t}"
placeholder=${t}
maxlength=${80}
.value=${c(a.label[e]??"")}
@input=${t=>o({label:{...a.label,[e]:t.target.value}})}
/>`;return f`<li class="field-card">
<div class="field-card-head">
${g(`field-type-${l}`,y.map(e=>({value:e,label:u(`settings_widget.kind_${e}`)})),a.type,e=>o({type:e,id:C(e,i.toSpliced(l,1)),options:"select"===e?[{"zh-CN":"",en:""}]:[]}),`${u("settings_widget.field_n",{n:r})} · ${u("settings_widget.field_kind")}`)}
<label class="check"><input type="checkbox" .checked=${c(a.required)} @change=${e=>o({required:e.target.checked})} /><span>${u("settings_widget.required")}</span></label>
<span class="grow"></span>
${l>0?f`<button type="button" class="icon-button" aria-label=${u("settings_widget.up",{n:r})} title=${u("settings_widget.up",{n:r})} @click=${()=>n(i.with(l-1,a).with(l,i[l-1]))}>${e("up")}</button>`:b}
<button type="button" class="icon-button" aria-label=${u("settings_widget.remove_n",{n:r})} title=${u("settings_widget.remove_n",{n:r})} @click=${()=>n(i.toSpliced(l,1))}>${e("trash")}</button>
</div>
<div class="set-columns tight">${d("zh-CN",u("settings_widget.in_zh"))}${d("en",u("settings_widget.in_en"))}</div>
${"select"===a.type?f`<ul class="lines">
${a.options.map((t,s)=>f`<li>
${["zh-CN","en"].map(e=>f`<input
class="input"
aria-label="${u("settings_widget.field_n",{n:r})} · ${u("settings_widget.option_n",{n:s+1})} · ${u("en"===e?"settings_widget.in_en":"settings_widget.in_zh")}"
placeholder="${u("settings_widget.option_n",{n:s+1})} · ${u("en"===e?"settings_widget.in_en":"settings_widget.in_zh")}"
maxlength=${80}
.value=${c(t[e]??"")}
@input=${i=>o({options:a.options.with(s,{...t,[e]:i.target.value})})}
/>`)}
<button type="button" class="icon-button" aria-label=${u("settings_widget.remove_option",{n:s+1})} @click=${()=>o({options:a.options.toSpliced(s,1)})}>${e("x")}</button>
</li>`)}
</ul>
${a.options.length<20?f`<button type="button" class="text-button" data-adds=".lines li:last-child input" @click=${()=>o({options:[...a.options,{"zh-CN":"",en:""}]})}>${u("settings_widget.option_add")}</button>`:b}`:b}
${s(t,`form.fields.${l}`)}
</li>`})}</ul>`:f`<p class="nothing-yet">${u("settings_widget.no_fields")}</p>`}
${s(t,"form.fields")}
${i.length<8?f`<div class="set-actions" role="group" aria-label=${u("settings_widget.field_add")}>
<span class="thing-about">${u("settings_widget.field_add")}</span>
${y.map(s=>f`<button type="button" class="button" data-adds=".field-card:last-child .input" @click=${()=>(e=>{n([...i,{id:C(e,i),type:e,label:{"zh-CN":u(`settings_widget.asks_zh_${e}`),en:u(`settings_widget.asks_en_${e}`)},required:"consent"===e,options:"select"===e?[{"zh-CN":"",en:""}]:[]}]),"never"===t.get("form.when")&&t.set("form.when","before")})(s)}>${e("plus",14)}${u(`settings_widget.kind_${s}`)}</button>`)}
</div>`:b}`,u("settings_widget.fields_intro"))}`}(G),site:V.body,identity:U.body};return{form:G,start(){"#site"===location.hash&&(F="site"),V.start()},status:V.status,tabs:Object.keys(X).map(e=>({id:e,label:u(`settings_widget.tab_${e}`)})),get tab(){return F},choose(e){F=e,"identity"===e&&U.start(),A()},body:()=>f`${X[F]()}`,aside:x.widget?Q.view:void 0}}export{L as widgetPage};
