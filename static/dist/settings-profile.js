import{e,j as s,m as t,n as a,p as i}from"./settings.js";import{E as n,H as r,J as l,Ja as o,Q as p,r as d,u as m}from"./app.js";var g=/(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i,c=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}];function u({me:u,call:w,upload:f,changed:_,setTheme:h,say:v,failed:b,touched:$}){let y=e=>e.email.trim()!==u.agent.email,x=a({read:async()=>{let e=await w("GET","/me"),{name:s,email:t,picture:a}=e.agent;return{name:s,email:t,picture:a??null,locale:e.locale,theme:e.theme,password:""}},check(e){let s={};return e.name.trim()||(s.name=l("settings_profile.name_missing")),t(e.email.trim())?y(e)&&!e.password&&(s.password=l("settings_profile.email_password_missing")):s.email=l("settings_profile.email_odd"),s},refused:e=>"wrong_password"===e?.code?{password:l("settings_profile.password_wrong")}:"email_taken"===e?.code?{email:l("settings_profile.email_taken")}:"email"===e?.field?{email:l("settings_profile.email_odd")}:"name"===e?.field?{name:l("settings_profile.name_odd")}:{},async write(e){let s=y(e)?e.password:void 0,{name:t,email:a,picture:i}=await w("PATCH","/me",{...e,name:e.name.trim(),email:e.email.trim(),password:s});return Object.assign(u.agent,{name:t,email:a,picture:i}),Object.assign(u,{locale:e.locale,theme:e.theme}),$(),e.locale!==r&&setTimeout(()=>location.reload()),{...e,name:t,email:a,picture:i??null,password:""}},changed:()=>{x?.draft&&h(x.draft.theme),_()}}),{changePassword:k,passwordField:j,password:P,level:T}=function({call:e,say:s,failed:t,changed:a}){let i={current:"",next:"",wrong:"",busy:!1};return{changePassword:async n=>{if(n.preventDefault(),!i.busy){if(i.wrong=[...i.next].length<10?"settings_profile.password_short":"",!i.wrong){i.busy=!0;try{await e("PUT","/me/password",{current:i.current,new:i.next}),Object.assign(i,{current:"",next:""}),s(l("settings_profile.password_changed"))}catch(e){let s={wrong_password:"settings_profile.password_wrong",weak_password:"settings_profile.password_weak"};i.wrong=s[e.code]??"",i.wrong||t(e)}i.busy=!1}a()}},passwordField:(e,s,t)=>d`<div class="set-field">
<div class="set-label"><label for="password-${e}">${s}</label></div>
<input
id="password-${e}"
class="input"
type="password"
autocomplete=${t}
aria-describedby="password-wrong"
.value=${n(i[e])}
@input=${s=>{i[e]=s.target.value,i.wrong="",a()}}
/>
</div>`,password:i,level:()=>i.next?function(e){let s=[...e];if(s.length<10)return 0;let t=[/\p{Ll}/u,/\p{Lu}/u,/\d/,/[^\p{L}\d]/u,/\p{Lo}/u].filter(s=>s.test(e)).length,a=new Set(s).size;if(g.test(e)||a<5)return 1;let i=s.length+2*t+Math.min(a,14)/2;return i<19?2:i<25?3:4}(i.next):null}}({call:w,say:v,failed:b,changed:_});return{form:x,words:{save:"settings_frame.save",changes:"settings_frame.not_saved"},body:()=>d`${s(l("settings_profile.who"),d`<div class="face-big">
${p({...u.agent,name:x.get("name").trim()||u.agent.name,picture:x.get("picture")})}
<div>
<strong>${x.get("name").trim()||u.agent.name}</strong><span class="thing-about">${x.get("email")}</span>
${i(x,"picture",{upload:f,failed:b,most:256,choose:l("settings_profile.picture"),remove:l("settings_profile.picture_remove")})}
</div>
</div>
<div class="set-columns">
${e(x,"name",{label:l("settings_profile.name"),hint:l("settings_profile.name_hint"),max:80,autocomplete:"name"})}
${e(x,"email",{label:l("settings_profile.email"),hint:l("settings_profile.email_hint"),type:"email",inputmode:"email",autocomplete:"email"})}
</div>
${x.draft&&y(x.draft)?d`<div class="set-columns">
${e(x,"password",{label:l("settings_profile.email_password"),hint:l("settings_profile.email_password_hint"),type:"password",autocomplete:"current-password"})}
</div>`:m}`,l("settings_profile.who_intro"))}
${s(l("agent.language"),"",l("settings_profile.language_hint"),o(l("agent.language"),c,x.get("locale"),e=>x.set("locale",e)))}
${s(l("agent.theme"),"",l("settings_profile.theme_hint"),o(l("agent.theme"),["auto","light","dark"].map(e=>({value:e,label:l(`agent.theme_${e}`)})),x.get("theme"),e=>x.set("theme",e)))}
${s(l("settings_profile.password"),d`<form class="set-stack" @submit=${k}>
<input class="hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${u.agent.email} />
<div class="set-columns">
${j("current",l("settings_profile.password_current"),"current-password")}
${j("next",l("settings_profile.password_new"),"new-password")}
</div>
<p class="field-error" id="password-wrong" role="alert">${P.wrong?l(P.wrong):""}</p>
<div class="set-actions">
<button class="button" type="submit" ?disabled=${!P.current||!P.next} aria-busy=${P.busy}>
${l("settings_profile.password_change")}
</button>
<span class="field-hint" role="status">${null===T()?m:l(`settings_profile.strength_${T()}`)}</span>
</div>
</form>`,l("settings_profile.password_intro"))}`}}export{u as profilePage};
